import { useWords } from '../../i18n';
import { useCodeWords } from './desk';
import type { Cell } from './merge';
import { factInWords, factWordInWords, flagInWords, ratingInWords, severityInWords } from './words';

const has = <K extends string>(list: Readonly<Record<K, unknown>>, code: string): code is K =>
  Object.hasOwn(list, code);

/** A cell of a model and what is in it, as people call them. */
export function useCellInWords() {
  const { t } = useWords();
  const { words } = useCodeWords();

  const fieldOf = (field: string): string =>
    field
      .split('/')
      .filter((step) => step !== 'when' && step !== 'given')
      .map((step) => {
        if (has(words.cellField, step)) return t(`cellField.${step}`);
        if (has(words.aboutField, step)) return t(`aboutField.${step}`);
        if (has(words.pointField, step)) return t(`pointField.${step}`);
        if (has(words.gradeField, step)) return t(`gradeField.${step}`);
        return factInWords(words, step);
      })
      .join(' · ');

  return {
    placeOf: ({ part, thing, field }: Cell): string =>
      [has(words.cellPart, part) ? t(`cellPart.${part}`) : part, thing, fieldOf(field)]
        .filter(Boolean)
        .join(' · '),
    /** @param value as the API shows it: words with commas between them, flags as `code (severity)` */
    saidOf: ({ field }: Cell, value: string | null | undefined): string => {
      if (value == null) return t('authoring.nothing');
      const [head = '', fact = ''] = field.split('/');
      const each = (say: (one: string) => string) => value.split(', ').map(say).join(', ');
      if (value === '-' && head === 'when') return t('authoring.any');
      if (head === 'when' || head === 'given') return each((word) => factWordInWords(words, fact, word));
      if (head === 'rating') return ratingInWords(words, value);
      if (head === 'columns') return each((one) => factInWords(words, one));
      if (head === 'allows') {
        return each((one) => (has(words.allowance, one) ? t(`allowance.${one}`) : one));
      }
      if (head === 'hit' && has(words.hit, value)) return t(`hit.${value}`);
      if (head === 'flags' && value === '') return t('authoring.noFlags');
      if (head === 'flags' || head === 'flag') {
        return each((flag) => {
          const [, code = flag, severity = ''] = /^(\S+) \((\w+)\)$/.exec(flag) ?? [];
          const name = flagInWords(words, code);
          return severity ? `${name} (${severityInWords(words, severity)})` : name;
        });
      }
      return value;
    },
  };
}
