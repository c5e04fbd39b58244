import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAsOf } from '../../frame/asOf';
import { useSession } from '../../frame/session';
import { named, unitOf, useWords } from '../../i18n';
import { Amount } from '../../ui/Amount';
import { day, moment } from '../../ui/day';
import { computed, format, formatPerCent } from '../../ui/decimal';
import { Loaded } from '../../ui/Loaded';
import { periodInWords } from '../../ui/period';
import { WideTable } from '../../ui/WideTable';
import { Sketch } from './Sketch';
import { TrajectoryForm } from './TrajectoryForm';
import {
  measuredQuery,
  type Pace,
  placesQuery,
  planOfTrajectoryQuery,
  scenarios,
  type Trajectory,
  trajectoryQuery,
} from './trajectories.api';
import { trajectoryRoute } from './trajectories.route';
import { isOwn, type Months, monthsOf } from './way';

/** A target's way through its period: what is expected by when, what came, what the rest must bring. */
export function TrajectorySection() {
  const { t, language } = useWords();
  const { may } = useSession();
  const { planId, targetId } = trajectoryRoute.useParams();
  const asOf = useAsOf();
  const trajectory = useQuery(trajectoryQuery(targetId, asOf));
  const newest = useQuery(trajectoryQuery(targetId));
  // A form keeps what was typed when somebody else saves meanwhile; only the own saving begins a new one.
  const [edition, setEdition] = useState(0);
  const indicators = useQuery(measuredQuery);
  const plan = useQuery(planOfTrajectoryQuery(planId));
  const admin = may('province-admin') && plan.data !== undefined && plan.data.status !== 'closed';
  return (
    <>
      <h3 className="section-title">{t('trajectories.title')}</h3>
      <Loaded query={trajectory}>
        {(way) => {
          const measured = indicators.data?.find(({ code }) => code === way.indicator);
          const unit = measured ? unitOf(measured, language) : way.unit;
          return (
            <>
              <Way trajectory={way} unit={unit} decimals={measured?.decimals ?? 2} />
              <Parts trajectory={way} />
              <Required pace={way.pace} unit={unit} decimals={measured?.decimals ?? 2} />
              <Versions trajectory={way} />
            </>
          );
        }}
      </Loaded>
      {admin && newest.data && (
        <details key={edition}>
          <summary>{t(newest.data.newest ? 'trajectories.change' : 'trajectories.set')}</summary>
          <TrajectoryForm trajectory={newest.data} onSaved={() => setEdition(edition + 1)} />
        </details>
      )}
    </>
  );
}

function Way({ trajectory, unit, decimals }: { trajectory: Trajectory; unit: string; decimals: number }) {
  const { t, language } = useWords();
  const months = monthsOf(trajectory);
  const given = trajectory.checkpoints.some((one) => isOwn(trajectory, one));
  const shown = scenarios.filter((scenario) => scenario === 'base' || months.some((one) => one[scenario]));
  const years = trajectory.assumed.find(({ origin }) => origin === 'seasonal')?.years;
  return (
    <>
      <p>
        {given
          ? [
              t('trajectories.stated', { version: trajectory.version }),
              trajectory.assumed.some(({ origin }) => origin !== 'stated') && t('trajectories.between'),
            ]
              .filter(Boolean)
              .join(' ')
          : years
            ? t('trajectories.seasonal', { years: years.join(', ') })
            : t(trajectory.assumed.length > 0 ? 'trajectories.linear' : 'trajectories.none')}
      </p>
      <Sketch trajectory={trajectory} />
      {months.length > 0 && (
        <WideTable label={t('trajectories.title')}>
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{t('trajectories.months')}</th>
                {shown.map((scenario) => (
                  <th key={scenario} scope="col">
                    {t(`scenario.${scenario}`)}
                  </th>
                ))}
                <th scope="col">{t('trajectories.actual')}</th>
                <th scope="col">{t('trajectories.origin')}</th>
              </tr>
            </thead>
            <tbody>
              {months.map((one) => (
                <tr key={one.period}>
                  <th scope="row">{periodInWords(one.period, language)}</th>
                  {shown.map((scenario) => (
                    <td key={scenario}>
                      <Expected months={one} scenario={scenario} unit={unit} decimals={decimals} />
                    </td>
                  ))}
                  <td>{one.figure ? <Amount amount={one.figure.amount} unit={unit} /> : '–'}</td>
                  <td>{t(originOf(one))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </>
  );
}

function Expected({
  months,
  scenario,
  unit,
  decimals,
}: {
  months: Months;
  scenario: (typeof scenarios)[number];
  unit: string;
  decimals: number;
}) {
  const { language } = useWords();
  const { assumed } = months;
  const stated = months[scenario];
  if (stated !== undefined) return <Amount amount={stated} unit={unit} />;
  if (scenario !== 'base' || !assumed) return '–';
  return (
    <>
      {assumed.amount != null && <Amount amount={computed(assumed.amount, decimals)} unit={unit} />}
      {assumed.share != null && <span className="under">{formatPerCent(assumed.share, language)}</span>}
    </>
  );
}

function originOf(months: Months) {
  if (months.low ?? months.base ?? months.high) return 'origin.stated';
  return months.assumed ? (`origin.${months.assumed.origin}` as const) : 'trajectories.notExpected';
}

/** What the version says of sectors, places and parts of the people. */
function Parts({ trajectory }: { trajectory: Trajectory }) {
  const { t, language } = useWords();
  const indicators = useQuery(measuredQuery);
  const areas = useQuery(placesQuery);
  const parts = trajectory.checkpoints.filter((one) => !isOwn(trajectory, one));
  if (parts.length === 0) return null;
  return (
    <WideTable label={t('trajectories.parts')}>
      <table className="ledger">
        <caption>{t('trajectories.parts')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('trajectories.part')}</th>
            <th scope="col">{t('trajectories.months')}</th>
            <th scope="col">{t('trajectories.scenario')}</th>
            <th scope="col">{t('trajectories.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => {
            const measured = indicators.data?.find(({ code }) => code === part.indicator);
            const place =
              part.area === trajectory.area ? undefined : areas.data?.find(({ id }) => id === part.area);
            return (
              <tr key={`${part.scenario} ${part.indicator} ${part.area} ${part.subgroup} ${part.period}`}>
                <th scope="row">
                  {[measured ? named(measured, language) : part.indicator, part.subgroup, place?.name]
                    .filter(Boolean)
                    .join(' · ')}
                </th>
                <td>{periodInWords(part.period, language)}</td>
                <td>{t(`scenario.${part.scenario}`)}</td>
                <td>
                  <Amount amount={part.amount} unit={measured && unitOf(measured, language)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </WideTable>
  );
}

/** What it means that nothing of a total is missing any more. */
function nothingLeft({ bound, strict, remaining }: Pace) {
  const exactly = remaining === '0';
  if (bound === 'at-most') return exactly && !strict ? 'usedUp' : 'passed';
  return exactly && strict ? 'moreAsked' : 'reached';
}

function Required({ pace, unit, decimals }: { pace: Pace; unit: string; decimals: number }) {
  const { t, language } = useWords();
  return (
    <>
      <h4>{t('trajectories.required')}</h4>
      {pace.answer !== 'needed' ? (
        <p className="missing">{t(`pace.${pace.answer}`)}</p>
      ) : (
        <>
          {pace.remaining != null && (
            <p>
              {t('trajectories.remaining', {
                soFar: `${format(pace.soFar ?? '0', language)} ${unit}`,
                months: periodInWords(pace.covered ?? '', language),
                remaining: `${format(pace.remaining, language)} ${unit}`,
              })}
            </p>
          )}
          {pace.each.length === 0 && <p>{t(`trajectories.${nothingLeft(pace)}`)}</p>}
          <ul>
            {pace.each.map(({ step, parts, amount }) => (
              <li key={step}>
                {t(pace.bound === 'at-most' ? 'trajectories.eachAtMost' : 'trajectories.eachAtLeast', {
                  parts,
                  step: t(`step.${step}`),
                  amount: `${format(computed(amount, decimals), language)} ${unit}`,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Versions({ trajectory }: { trajectory: Trajectory }) {
  const { t, language } = useWords();
  if (trajectory.versions.length === 0) return null;
  return (
    <details>
      <summary>{t('trajectories.versions', { n: trajectory.versions.length })}</summary>
      <ol className="entries">
        {trajectory.versions.map((version) => (
          <li key={version.version}>
            <div>
              <p lang="vi">{version.source}</p>
              <p lang="vi">{version.reason}</p>
              <p className="under">
                {version.decidedOn && `${day(version.decidedOn, language)} · `}
                {t('units.recorded', { at: moment(version.recordedAt, language), by: version.recordedBy })}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </details>
  );
}
