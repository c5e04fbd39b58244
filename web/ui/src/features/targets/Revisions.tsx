import { useAsOf } from '../../frame/asOf';
import { unitOf, useWords } from '../../i18n';
import { AimText } from '../../ui/Amount';
import { day, moment } from '../../ui/day';
import { inForceOn } from './inForce';
import type { Indicator, Target } from './targets.api';
import './targets.css';

/** What was aimed at and when, the newest first. */
export function Revisions({ target, indicator }: { target: Target; indicator: Indicator }) {
  const { t, language } = useWords();
  const current = inForceOn(target.revisions, useAsOf());
  const revisions = [...target.revisions].reverse();
  return (
    <ol className="revisions">
      {revisions.map((revision) => (
        <li key={revision.revision}>
          <p className="revision-head">
            <strong>
              {revision.revision === 1 ? t('targets.first') : t('targets.nth', { n: revision.revision - 1 })}
            </strong>
            {revision === current && <span className="chip">{t('targets.current')}</span>}
          </p>
          <p>
            <AimText aim={revision} unit={unitOf(indicator, language)} />
          </p>
          <blockquote lang="vi">“{revision.wording}”</blockquote>
          {revision.source && (
            <p>
              {t('observations.source')}: {revision.source}
            </p>
          )}
          {revision.instrument && (
            <p lang="vi">
              {t('targets.instrument')}: {revision.instrument.number} · {revision.instrument.title}
            </p>
          )}
          {revision.revision === 1 && target.countsFrom && (
            <p>
              {t('targets.countsFrom')}: {day(target.countsFrom, language)}
            </p>
          )}
          {revision.decidedOn && (
            <p>
              {t('targets.decidedOn')}: {day(revision.decidedOn, language)}
            </p>
          )}
          {revision.reason && (
            <p>
              {t('targets.reason')}: {revision.reason}
            </p>
          )}
          {revision.recordedAt && (
            <p className="under">
              {revision.recordedBy
                ? t('observations.recordedBy', {
                    at: moment(revision.recordedAt, language),
                    by: revision.recordedBy,
                  })
                : t('observations.recorded', { at: moment(revision.recordedAt, language) })}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
