import { useWords } from '../../i18n';
import { type Field, isChoice, numberOf } from './lines';
import { choices, type Threshold } from './thresholds.api';

type Word = Threshold['rangeMet'] | Threshold['ceilingIndex'];

/** Cells in the reader's words and numbers. */
export function useCellWords() {
  const { t, language } = useWords();
  const chosen = (word: Word) => {
    switch (word) {
      case 'or-better':
      case 'inside':
        return t(`rangeMet.${word}`);
      case 'two-minus':
      case 'inverse':
        return t(`ceilingIndex.${word}`);
    }
  };
  /** @param typed what stands there instead until it is saved */
  const cell = (threshold: Threshold, field: Field, typed?: string): string => {
    if (isChoice(field)) {
      const words: readonly Word[] = choices[field];
      return chosen(words.find((word) => word === typed) ?? threshold[field]);
    }
    if (typed === undefined) return numberOf(threshold, field, language);
    return field === 'staleFrom' ? typed : `${typed}\u00a0%`;
  };
  const all = (threshold: Threshold, which: readonly Field[]) =>
    which.length === 0
      ? t('thresholds.noDifference')
      : which.map((field) => `${t(`thresholds.${field}`)} ${cell(threshold, field)}`).join('; ');
  return { cell, chosen, all };
}
