import { format, type Language, read, typed as typedDecimal } from '../../ui/decimal';
import type { Candidate, Cell, Entry, Figure } from './submissions.api';

/** What stands in the fields of a cell. */
export interface Typed {
  /** in the reader's number format */
  amount: string;
  status: Entry['status'];
  /** whether the reason stands where the amount would */
  none: boolean;
  missing: string;
  note: string;
}

/** A cell that is typed into and not saved: what is typed, and the cell as it was when typing began. */
export interface Draft {
  cell: Cell;
  typed: Typed;
}

/** What the fields of an untouched cell show. */
export const shownOf = ({ entry }: Cell, language: Language): Typed => ({
  amount: typedDecimal(entry?.amount, language),
  status: entry?.status ?? 'outturn',
  none: entry?.missing != null,
  missing: entry?.missing ?? '',
  note: entry?.note ?? '',
});

export type Outcome =
  | { is: 'same' }
  | { is: 'changed'; figure: Figure }
  | { is: 'faulty'; because: 'amount' | 'reason' };

/** What would be sent of a cell. */
export function outcomeOf({ cell, typed }: Draft, language: Language): Outcome {
  const reading = typed.none ? ({ status: 'empty' } as const) : read(typed.amount, language);
  if (reading.status === 'unreadable') return { is: 'faulty', because: 'amount' };
  const missing = typed.none ? typed.missing.trim() : '';
  if (typed.none && !missing) return { is: 'faulty', because: 'reason' };
  const note = typed.note.trim();
  const figure: Figure = {
    cell: cell.cell,
    status: typed.status,
    ...(reading.status === 'read' ? { amount: reading.decimal, unit: cell.unit } : {}),
    ...(missing ? { missing } : {}),
    ...(note ? { note } : {}),
  };
  return saysTheSame(cell.entry, figure) ? { is: 'same' } : { is: 'changed', figure };
}

/** What would be asked of the checks; undefined where there is no amount that can be read. */
export function candidateOf({ cell, typed }: Draft, language: Language): Candidate | undefined {
  const reading = typed.none ? undefined : read(typed.amount, language);
  const { indicator, area, subgroup, period, calendar, unit } = cell;
  return reading?.status === 'read'
    ? {
        indicator,
        area,
        subgroup: subgroup || undefined,
        period,
        calendar,
        unit,
        amount: reading.decimal,
        status: typed.status,
      }
    : undefined;
}

/** As the API sees it: a kind of figure alone says nothing. */
function saysTheSame(entry: Entry | null | undefined, figure: Figure): boolean {
  const says = (one: Partial<Pick<Entry, 'amount' | 'missing' | 'note'>>) =>
    [one.amount == null ? '' : format(one.amount, 'en'), one.missing ?? '', one.note ?? ''].join('\n');
  return (!entry || entry.status === figure.status) && says(entry ?? {}) === says(figure);
}

/** Whether a cell says something: a figure, or why there is none. */
export const isFilled = ({ entry }: Cell): boolean => entry?.amount != null || entry?.missing != null;

/** Whether somebody else wrote into the cell after typing began. */
export const isOvertaken = (now: Cell, { cell }: Draft): boolean =>
  now.entry?.recordedAt !== cell.entry?.recordedAt;

/** Cells that a refusal names by a place such as `/figures/3/status`, or by their number, and what it says of them. */
export function faultsByCell(
  errors: readonly { at: string; detail: string; line?: number }[],
  figures: readonly Figure[],
): Map<number, string> {
  const faults = new Map<number, string>();
  for (const { at, detail, line } of errors) {
    const cell = line ?? figures[Number(/^\/figures\/(\d+)/.exec(at)?.[1] ?? Number.NaN)]?.cell;
    if (cell !== undefined) faults.set(cell, detail);
  }
  return faults;
}
