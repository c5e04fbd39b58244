import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n';
import { WideTable } from '../../ui/WideTable';
import { type Drafts, type Field, fields, isChoice, type Line } from './lines';
import { ThresholdLine } from './ThresholdLine';
import { cuts, type Scope } from './thresholds.api';

interface Props {
  lines: readonly Line[];
  nameOf: (scope: Scope) => string;
  drafts: Drafts;
  /** why a line was not saved, by its key */
  refusals: ReadonlyMap<string, unknown>;
  /** the id of the version that an explanation points to */
  shown: string | undefined;
  /** where an indicator's threshold may be set for */
  places: readonly { id: string; name: string }[];
  mayEdit: (line: Line) => boolean;
  saving: boolean;
  onType: (line: Line, field: Field, text: string) => void;
  /** somebody else's newer version is taken as the start */
  onTake: (line: Line) => void;
  /** its own is to be withdrawn, or kept after all */
  onWithdraw: (line: Line) => void;
  onAdd: (place: Scope) => void;
}

/** Where a cell is left for: itself, a neighbour, or nowhere in the grid. */
export type Leaving = 'stay' | 'next' | 'previous' | 'below' | 'away';

interface Spot {
  row: number;
  column: number;
}

/** The columns of a line: its name, its cells, from when, whose, what can be done. */
export const WIDTH = fields.length + 4;

/** One cell is active and keys move between cells; a click, Enter, F2 or typing makes it an input in its place. */
export function ThresholdGrid({ lines, drafts, refusals, mayEdit, onType, ...props }: Props) {
  const { t } = useWords();
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Spot>({ row: 0, column: 0 });
  // The cell that is an input, and what was typed to make it one.
  const [opened, setOpened] = useState<Spot & { typed?: string }>();
  // Where the focus goes once the table shows the cell again.
  const wanted = useRef<Spot>(undefined);
  const current = Math.min(at.row, lines.length - 1);

  useEffect(() => {
    const spot = wanted.current;
    if (!spot) return;
    wanted.current = undefined;
    table.current?.querySelector<HTMLElement>(`[data-cell="${spot.row}:${spot.column}"]`)?.focus();
  });

  const go = (row: number, column: number) => {
    const spot = {
      row: Math.max(0, Math.min(row, lines.length - 1)),
      column: Math.max(0, Math.min(column, fields.length - 1)),
    };
    wanted.current = spot;
    setAt(spot);
  };
  const leave = ({ row, column }: Spot, leaving: Leaving) => {
    setOpened(undefined);
    const last = fields.length - 1;
    switch (leaving) {
      case 'stay':
        return go(row, column);
      case 'below':
        return go(row + 1, column);
      case 'next':
        return column < last ? go(row, column + 1) : go(row + 1, row + 1 < lines.length ? 0 : last);
      case 'previous':
        return column > 0 ? go(row, column - 1) : go(row - 1, row > 0 ? last : 0);
      case 'away':
    }
  };

  const onKey = (event: React.KeyboardEvent<HTMLElement>) => {
    const { key, altKey, ctrlKey, metaKey, target } = event;
    // Buttons and inputs in the table have keys of their own.
    if (!(target instanceof HTMLElement) || !target.dataset.cell || altKey || ctrlKey || metaKey) return;
    const { row, column } = at;
    const line = lines[row];
    const field = fields[column];
    if (key === 'ArrowUp') go(row - 1, column);
    else if (key === 'ArrowDown') go(row + 1, column);
    else if (key === 'ArrowLeft') go(row, column - 1);
    else if (key === 'ArrowRight') go(row, column + 1);
    else if (key === 'Home') go(row, 0);
    else if (key === 'End') go(row, fields.length - 1);
    else if (!line?.threshold || !mayEdit(line) || drafts.get(line.key)?.withdrawn || !field) return;
    else if (key === 'Enter' || key === 'F2') setOpened({ row, column });
    else if (/^\d$/.test(key) && !isChoice(field)) setOpened({ row, column, typed: key });
    else return;
    event.preventDefault();
  };

  return (
    <>
      <WideTable label={t('thresholds.title')}>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys go through its cells
          role="grid"
          className="ledger thresholds"
          aria-label={t('thresholds.title')}
          aria-readonly={!lines.some(mayEdit)}
          onKeyDown={onKey}
        >
          <thead>
            <tr>
              <td />
              <th scope="colgroup" colSpan={2} className="over">
                {t('thresholds.endOfPeriod')}
              </th>
              <th scope="colgroup" colSpan={2} className="over">
                {t('thresholds.onTheWay')}
              </th>
              <td />
              <th scope="colgroup" colSpan={2} className="over">
                {t('thresholds.forecast')}
              </th>
              <td />
              <th scope="colgroup" colSpan={2} className="over">
                {t('thresholds.readings')}
              </th>
              <td colSpan={3} />
            </tr>
            <tr>
              <th scope="col">{t('scorecard.indicator')}</th>
              {fields.map((field) => (
                <th
                  key={field}
                  scope="col"
                  className={cuts.some((cut) => cut === field) ? 'number' : undefined}
                >
                  {t(`thresholds.${field}`)}
                </th>
              ))}
              <th scope="col">{t('thresholds.validFrom')}</th>
              <th scope="col">{t('thresholds.scope')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('scorecard.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, row) => (
              <ThresholdLine
                {...props}
                key={line.key}
                line={line}
                row={row}
                draft={drafts.get(line.key)}
                refusal={refusals.get(line.key)}
                mayEdit={mayEdit(line)}
                tabbable={current === row ? at.column : undefined}
                opened={opened?.row === row ? opened : undefined}
                onFocus={(column) => setAt({ row, column })}
                onOpen={(column) => {
                  setAt({ row, column });
                  setOpened({ row, column });
                }}
                onDone={(column, text, leaving) => {
                  const field = fields[column];
                  if (text !== undefined && field) onType(line, field, text);
                  leave({ row, column }, leaving);
                }}
              />
            ))}
          </tbody>
        </table>
      </WideTable>
      {lines.some(mayEdit) && <p className="under">{t('thresholds.keys')}</p>}
    </>
  );
}
