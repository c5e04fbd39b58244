import type { en } from '../../i18n/en';
import type { vi } from '../../i18n/vi';
import { fold } from '../../ui/fold';
import { NATIONAL } from './workspace';

/** One language's words, as `i18n` has them. */
export type Words = typeof vi | typeof en;

const has = <K extends string>(list: Readonly<Record<K, unknown>>, code: string): code is K =>
  Object.hasOwn(list, code);

/** What the interface has no word for yet is shown by its own name. */
const inWords = (list: Readonly<Record<string, string>>, code: string): string =>
  has(list, code) ? (list[code] ?? code) : code;

export const factInWords = (words: Words, fact: string): string => inWords(words.fact, fact);
export const factWordInWords = (words: Words, fact: string, word: string): string =>
  has(words.factWord, fact) ? inWords(words.factWord[fact], word) : word;
export const ratingInWords = (words: Words, rating: string): string => inWords(words.rating, rating);
export const flagInWords = (words: Words, code: string): string => inWords(words.flag, code);
export const severityInWords = (words: Words, severity: string): string => inWords(words.severity, severity);

/** A cell of the table, none of the words meaning any. */
export const cellInWords = (words: Words, fact: string, cell: readonly string[]): string =>
  cell.length === 0 ? words.authoring.any : cell.map((word) => factWordInWords(words, fact, word)).join(', ');

/** Facts and what each says: “Giai đoạn: đang diễn ra; Số liệu: một phần”. */
export const combinationInWords = (words: Words, combination: Readonly<Record<string, string>>): string =>
  Object.entries(combination)
    .map(([fact, word]) => `${factInWords(words, fact)}: ${factWordInWords(words, fact, word)}`)
    .join('; ');

/** A name of a rule set made an id: “Nông thôn mới” → `nong-thon-moi`; empty where the name has no letter. */
export const idOf = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 60)
    .replace(/-+$/, '');

/** The id that a set of a name gets: the nation's begin with their prefix, whatever the name is; a province's never do. */
export function proposedId(name: string, nation: boolean): string {
  const id = idOf(name).replace(/^(national-)+/, '');
  if (!nation) return id;
  return id ? (NATIONAL + id).slice(0, 60).replace(/-+$/, '') : NATIONAL;
}
