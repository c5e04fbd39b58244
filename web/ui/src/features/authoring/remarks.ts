import type { Model } from './model';
import {
  combinationInWords,
  factInWords,
  factWordInWords,
  flagInWords,
  ratingInWords,
  severityInWords,
  type Words,
} from './words';

/** One thing that is said of a text, its sentences with names of values in braces. */
export interface Remark {
  code: string;
  weight: 'blocks' | 'warns';
  /** a JSON pointer into the text: `/rows/3/when/1` */
  at: string;
  rule?: string | null;
  vi: string;
  en: string;
  values: Readonly<
    Record<
      string,
      {
        text?: string | null;
        several?: readonly string[] | null;
        combination?: Readonly<Record<string, string>> | null;
      }
    >
  >;
}

/** Where on the screen a remark belongs. */
export type Place =
  | { part: 'row'; at: number; field: string; column?: number }
  | { part: 'alert'; at: number; field: string }
  | { part: 'points' | 'rollUp' | 'allows' | 'about' | 'whole' };

export function placeOf({ at, rule }: Pick<Remark, 'at' | 'rule'>, { rows, alerts }: Model): Place {
  const [, part, index, field = '', deeper] = at.split('/');
  if (part === 'rows' && index !== undefined) {
    const column = field === 'when' && deeper !== undefined ? { column: Number(deeper) } : {};
    return { part: 'row', at: Number(index), field, ...column };
  }
  if (part === 'alerts' && index !== undefined) return { part: 'alert', at: Number(index), field };
  if (part === 'points' || part === 'about' || part === 'allows') return { part };
  if (part === 'rollUp') return { part: 'rollUp' };
  const row = rule ? rows.findIndex((one) => one.rule === rule) : -1;
  if (row >= 0) return { part: 'row', at: row, field: '' };
  const alert = rule ? alerts.findIndex((one) => one.rule === rule) : -1;
  return alert >= 0 ? { part: 'alert', at: alert, field: '' } : { part: 'whole' };
}

/** A row as the screen numbers it; what came from a file, or is none, by its own name. */
function ruleInWords(words: Words, rule: string, model: Model | undefined): string {
  const row = model?.rows.findIndex((one) => one.rule === rule) ?? -1;
  return row < 0 ? rule : words.authoring.thatRow.replace('{{number}}', String(row + 1));
}

/** A value's code in words, by the name of the value and the fact the remark is about. */
function worded(words: Words, name: string, code: string, fact: string, model: Model | undefined): string {
  switch (name) {
    case 'by':
    case 'rules':
      return ruleInWords(words, code, model);
    case 'language':
      return code === 'vi' || code === 'en' ? words.authoring.language[code] : code;
    case 'fact':
    case 'others':
      return factInWords(words, code);
    case 'phase':
      return factWordInWords(words, 'phase', code);
    case 'rating':
    case 'ratings':
      return ratingInWords(words, code);
    case 'flag':
      return flagInWords(words, code);
    case 'word':
    case 'less':
    case 'more':
      return factWordInWords(words, fact, code);
    case 'known': {
      if (fact) return factWordInWords(words, fact, code);
      const known = [factInWords, ratingInWords, severityInWords].map((say) => say(words, code));
      return known.find((said) => said !== code) ?? code;
    }
    default:
      return code;
  }
}

/** The sentence of a remark with its values in the reader's words. @param model in which its rows are numbered */
export function sentenceOf(remark: Remark, language: 'vi' | 'en', words: Words, model?: Model): string {
  const fact = remark.values.fact?.text ?? '';
  return remark[language].replace(/\{([a-z]+)\}/gi, (hole, name: string) => {
    const value = remark.values[name];
    if (!value) return hole;
    if (value.combination) return combinationInWords(words, value.combination);
    if (value.several?.length === 0) return words.authoring.nothing;
    if (value.several) return value.several.map((code) => worded(words, name, code, fact, model)).join(', ');
    return worded(words, name, value.text ?? '', fact, model);
  });
}
