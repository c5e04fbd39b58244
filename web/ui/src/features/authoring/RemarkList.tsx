import { useWords } from '../../i18n';
import { type Placed, useCodeWords } from './desk';
import type { Model } from './model';
import { type Place, sentenceOf } from './remarks';
import { factInWords, type Words } from './words';

interface Props {
  model: Model;
  remarks: readonly Placed[];
  /** whether a newer text is being looked at */
  waiting: boolean;
  onGo: (place: Place) => void;
}

/** All that is said of the text, what blocks it first; a click goes to where it belongs. */
export function RemarkList({ model, remarks, waiting, onGo }: Props) {
  const { t } = useWords();
  const { words, language } = useCodeWords();
  const blocks = remarks.filter(({ remark }) => remark.weight === 'blocks');
  const warns = remarks.filter(({ remark }) => remark.weight === 'warns');
  const placeInWords = usePlaceInWords();
  return (
    <section className="remarks" aria-label={t('authoring.remarks')}>
      <h3>{t('authoring.remarks')}</h3>
      <p role="status" className="under">
        {waiting
          ? t('authoring.reviewing')
          : remarks.length === 0
            ? t('authoring.noRemarks')
            : t('authoring.counts', { blocks: blocks.length, warns: warns.length })}
      </p>
      <ul>
        {[...blocks, ...warns].map(({ remark, place }) => (
          <li key={`${remark.code} ${remark.at} ${remark.rule} ${JSON.stringify(remark.values)}`}>
            <span className={`weight ${remark.weight}`}>
              {remark.weight === 'blocks' ? '✕' : '!'} {t(`authoring.${remark.weight}`)}
            </span>{' '}
            <button type="button" className="link" onClick={() => onGo(place)}>
              {placeInWords(place, model, words)}
            </button>{' '}
            {sentenceOf(remark, language, words, model)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function usePlaceInWords() {
  const { t } = useWords();
  return (place: Place, model: Model, words: Words): string => {
    switch (place.part) {
      case 'row': {
        const number = t('authoring.rowNumber', { number: place.at + 1 });
        const fact = place.column === undefined ? undefined : model.columns[place.column];
        return fact === undefined ? number : `${number}, ${factInWords(words, fact)}`;
      }
      case 'alert':
        return t('authoring.alert', { number: place.at + 1 });
      case 'points':
        return t('authoring.points');
      case 'rollUp':
        return t('ruleSets.rollUp');
      case 'allows':
        return t('authoring.allows');
      case 'about':
        return t('draftPart.about');
      case 'whole':
        return t('authoring.whole');
    }
  };
}
