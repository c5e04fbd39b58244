import { useEffect } from 'react';
import { useAsOf } from '../../frame/asOf';
import { EvidenceFiles } from '../../frame/EvidenceFiles';
import { useSession } from '../../frame/session';
import { unitOf, useWords } from '../../i18n';
import { Amount } from '../../ui/Amount';
import { day, moment } from '../../ui/day';
import { format } from '../../ui/decimal';
import { FigureWarnings } from '../../ui/FigureChecks';
import { periodByCalendar } from '../../ui/period';
import { counted, firmerThan } from './counted';
import type { Observation } from './observations.api';
import { Withdraw } from './Withdraw';

interface Props {
  observations: readonly Observation[];
  indicator: { unit: string; unitEn?: string | null };
  /** the figure that something else points to */
  shown?: string | undefined;
}

/** What was known when: the figures of each period, the latest known first. */
export function Vintages({ observations, indicator, shown }: Props) {
  const { t, language } = useWords();
  const { may } = useSession();
  const asOf = useAsOf();
  useEffect(() => {
    if (shown) document.getElementById(`figure-${shown}`)?.scrollIntoView({ block: 'center' });
  }, [shown]);
  if (observations.length === 0) return <p className="missing">{t('observations.noVintages')}</p>;
  const periods = new Map<string, Observation[]>();
  for (const one of observations) {
    const series = `${one.period} ${one.calendar}`;
    periods.set(series, [...(periods.get(series) ?? []), one]);
  }
  return [...periods]
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([series, vintages]) => (
      <section key={series} className="vintages">
        <h4>{periodByCalendar(vintages[0]?.period ?? '', vintages[0]?.calendar, language)}</h4>
        <LessFirm vintages={vintages} indicator={indicator} />
        <ol>
          {vintages
            .sort(
              (a, b) =>
                Number(Boolean(a.withdrawal)) - Number(Boolean(b.withdrawal)) ||
                b.knownOn.localeCompare(a.knownOn) ||
                b.recordedAt.localeCompare(a.recordedAt),
            )
            .map((one) => (
              <li
                key={one.id}
                id={`figure-${one.id}`}
                className={one.withdrawal ? 'withdrawn' : one.id === shown ? 'marked' : undefined}
              >
                <p className="vintage-amount">
                  <Amount amount={one.amount} unit={unitOf(indicator, language)} />
                  <span className="chip">{t(`observationStatus.${one.status}`)}</span>
                  {one.id === counted(vintages, asOf)?.id && (
                    <span className="chip">{t('observations.counts')}</span>
                  )}
                  {one.id === shown && <span className="chip">{t('observations.shown')}</span>}
                </p>
                <p>
                  {one.knownOnStated ? (
                    t('scorecard.knownOn', { day: day(one.knownOn, language) })
                  ) : (
                    <span className="caution">
                      {t('scorecard.notStated')} ({day(one.knownOn, language)})
                    </span>
                  )}
                </p>
                <p>
                  {t('observations.source')}: {one.source}
                </p>
                {one.note && (
                  <p>
                    {t('observations.note')}: {one.note}
                  </p>
                )}
                {one.warnings && one.warnings.length > 0 && (
                  <>
                    <p className="caution">{t('checks.warned')}</p>
                    <FigureWarnings warnings={one.warnings} indicator={indicator} />
                  </>
                )}
                <p className="under">
                  {one.recordedBy
                    ? t('observations.recordedBy', {
                        at: moment(one.recordedAt, language),
                        by: one.recordedBy,
                      })
                    : t('observations.recorded', { at: moment(one.recordedAt, language) })}
                  {one.reportedBy && ` · ${t('observations.reportedBy', { by: one.reportedBy })}`}
                </p>
                <EvidenceFiles about={{ observation: one.id }} mayAttach={may('officer')} />
                <Withdraw figure={one} />
              </li>
            ))}
        </ol>
      </section>
    ));
}

/** What is known later counts, be it less firm; where that is so it is said above the figures. */
function LessFirm({
  vintages,
  indicator,
}: {
  vintages: readonly Observation[];
  indicator: Props['indicator'];
}) {
  const { t, language } = useWords();
  const asOf = useAsOf();
  const counts = counted(vintages, asOf);
  const firmer = firmerThan(counts, vintages);
  if (!counts || !firmer) return null;
  return (
    <p className="caution">
      {t('observations.lessFirm', {
        status: t(`observationStatus.${counts.status}`),
        day: day(counts.knownOn, language),
        firmer: t(`observationStatus.${firmer.status}`),
        amount: `${format(firmer.amount, language)} ${unitOf(indicator, language)}`,
      })}
    </p>
  );
}
