import { useWords } from '../../i18n';
import { day, moment } from '../../ui/day';
import { fields, type Line } from './lines';
import { useCellWords } from './useCellWords';

/** Every version of a line's own: from when, by whom, why, and what has become of it. */
export function ThresholdHistory({
  line: { own, coming, versions },
  name,
  shown,
}: {
  line: Line;
  name: string;
  shown: string | undefined;
}) {
  const { t, language } = useWords();
  const words = useCellWords();
  const standing = (id: string) =>
    id === own ? 'holding' : coming.some((one) => one.id === id) ? 'coming' : 'past';
  return (
    <ol className="threshold-history" aria-label={t('thresholds.versionsOf', { name })}>
      {versions.map((one) => (
        <li key={one.id} className={one.id === shown ? 'marked' : undefined}>
          <p>
            <strong>
              {t('thresholds.version', { version: one.version, day: day(one.validFrom, language) })}
            </strong>{' '}
            <span className="chip">{t(`thresholds.${standing(one.id)}`)}</span>
            {one.id === shown && <span className="under">{t('thresholds.shown')}</span>}
          </p>
          <p>{one.withdrawn ? t('thresholds.noneOwn') : words.all(one, fields)}</p>
          <p className="under">
            {t('thresholds.recorded', { by: one.recordedBy, at: moment(one.recordedAt, language) })}{' '}
            {t('thresholds.because', { reason: one.reason })}
          </p>
        </li>
      ))}
    </ol>
  );
}
