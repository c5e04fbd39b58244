import { en } from '../../i18n/en';
import { vi } from '../../i18n/vi';
import { facts, isFact, severities } from './facts';
import { addRow, type Flag, type Model, onOneLine, withCell, withRow } from './model';

/** A cell that was not understood, by its place in what was pasted, from 1. */
export interface Misread {
  row: number;
  column: number;
  text: string;
  /** of the column it would fall into; undefined past the last one */
  into: string | undefined;
}

/** @param rows how many the table would have */
export type Pasted =
  | { is: 'pasted'; model: Model }
  | { is: 'misread'; cells: readonly Misread[] }
  | { is: 'too-many'; rows: number };

/** What a table takes; the check before publishing refuses more. */
export const mostRows = 200;

const plain = (text: string) => text.normalize('NFC').trim().toLowerCase();

/** A code by any of its names: itself, Vietnamese, English. */
function named(
  text: string,
  codes: readonly string[],
  ...names: Readonly<Record<string, string>>[]
): string | undefined {
  const asked = plain(text);
  return codes.find((code) =>
    [code, ...names.map((list) => list[code] ?? code)].some((name) => plain(name) === asked),
  );
}

/** The lines and cells of what a spreadsheet copies; a cell with a tab, a quote or a line break comes in quotes. */
export function cellsOf(pasted: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const text = pasted.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === '\t' || letter === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (letter === '\n') rows.push([]);
    } else cell += letter;
  }
  rows.at(-1)?.push(cell);
  return rows;
}

const ANY = ['', '-', '–', '—', '*', plain(vi.authoring.any), plain(en.authoring.any)];

/** The words of one cell; undefined if one of them is not the fact's. */
function wordsOfCell(fact: string, text: string): readonly string[] | undefined {
  if (ANY.includes(plain(text))) return [];
  if (!isFact(fact)) return undefined;
  const codes = facts[fact];
  // A word may hold a comma of its own, so the whole is tried first.
  const whole = named(text, codes, vi.factWord[fact], en.factWord[fact]);
  if (whole) return [whole];
  const words = text.split(/[,;\n]/).map((word) => named(word, codes, vi.factWord[fact], en.factWord[fact]));
  return words.every((word) => word !== undefined) ? codes.filter((code) => words.includes(code)) : undefined;
}

/** `chậm so với tiến độ dự kiến (mức vừa); missed (high)`; without a severity it is medium. */
function flagsOfCell(text: string): readonly Flag[] | undefined {
  if (ANY.includes(plain(text))) return [];
  const flags = text.split(/[,;\n]/).map((one) => {
    const [, name = '', grade] = /^\s*(.*?)\s*(?:\(([^)]*)\))?\s*$/.exec(one) ?? [];
    const code = named(name, Object.keys(vi.flag), vi.flag, en.flag);
    const severity = grade === undefined ? 'medium' : named(grade, severities, vi.severity, en.severity);
    return code && severity ? { code, severity } : undefined;
  });
  return flags.every((flag) => flag !== undefined) ? flags : undefined;
}

/**
 * Lays cells over the table from one of its cells on, adding rows where they run out. All are understood, or none is
 * pasted and those that were not are named. A table that would be too long is left as it is.
 *
 * @param column counts the facts' columns, then rating, flags, the sentence in Vietnamese and the one in English
 */
export function paste(model: Model, row: number, column: number, pasted: string): Pasted {
  const misread: Misread[] = [];
  const asked = model.columns;
  let after = model;
  const lines = cellsOf(pasted);
  const rows = Math.max(model.rows.length, row + lines.length);
  if (rows > mostRows) return { is: 'too-many', rows };
  lines.forEach((cells, down) => {
    const at = row + down;
    if (at >= after.rows.length) after = addRow(after, after.rows.length);
    cells.forEach((text, across) => {
      const into = column + across;
      const fact = asked[into];
      const name = fact ?? (['rating', 'flags', 'vi', 'en'] as const)[into - asked.length];
      const misreads = () => misread.push({ row: down + 1, column: across + 1, text, into: name });
      if (fact !== undefined) {
        const words = wordsOfCell(fact, text);
        if (words) after = withCell(after, at, into, words);
        else misreads();
      } else if (name === 'rating') {
        const rating = named(text, Object.keys(vi.rating), vi.rating, en.rating);
        if (rating) after = withRow(after, at, { rating });
        else misreads();
      } else if (name === 'flags') {
        const flags = flagsOfCell(text);
        if (flags) after = withRow(after, at, { flags });
        else misreads();
      } else if (name === 'vi' || name === 'en')
        after = withRow(after, at, { [name]: onOneLine(text.trim()) });
      else misreads();
    });
  });
  return misread.length > 0 ? { is: 'misread', cells: misread } : { is: 'pasted', model: after };
}
