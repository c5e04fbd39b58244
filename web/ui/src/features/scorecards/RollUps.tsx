import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { groupInWords, useWords } from '../../i18n';
import { format, formatPerCent } from '../../ui/decimal';
import { gradeAsks } from '../../ui/grade';
import { RatingIcon, RatingTag } from '../../ui/RatingTag';
import { ratings } from '../../ui/rating';
import { WideTable } from '../../ui/WideTable';
import { type Outcome, type PlanRollUps, provinceQuery, type RollUp } from './rollups.api';

interface Props {
  rollUps: PlanRollUps;
  /** as of which day the province stands beside the plan; a stored run stands alone */
  asOf?: string;
}

/** The plan as a whole, by groups and places: how many of each rating, the weighted score, the worst. */
export function RollUps({ rollUps, asOf }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details className="rollups" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {t('rollups.title')} · <Together rollUp={rollUps.plan} />
      </summary>
      {open && <Table rollUps={rollUps} asOf={asOf} />}
    </details>
  );
}

function Table({ rollUps: { plan, groups, places }, asOf }: Props) {
  const { t, language } = useWords();
  return (
    <>
      <p className="note">
        {t('rollups.explained', { most: formatPerCent(plan.mostMissing, language, 0) })}
        {plan.weightless > 0 && ` ${t('rollups.weightless', { count: plan.weightless })}`}
      </p>
      <WideTable label={t('rollups.title')}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t('rollups.of')}</th>
              <th scope="col" className="number">
                {t('rollups.targets')}
              </th>
              <th scope="col">{t('runs.counts')}</th>
              <th scope="col" className="number">
                {t('rollups.missing')}
              </th>
              <th scope="col" className="number">
                {t('rollups.score')}
              </th>
              <th scope="col">{t('rollups.worst')}</th>
              {plan.outcome.by !== 'mean' && (
                <th scope="col">{`${t('rollups.together')}: ${t(`rollUpBy.${plan.outcome.by}`)}`}</th>
              )}
            </tr>
          </thead>
          <tbody>
            {asOf && <Province asOf={asOf} by={plan.outcome.by} />}
            <Line name={t('rollups.plan')} rollUp={plan} by={plan.outcome.by} />
          </tbody>
          <tbody>
            <Heading>{t('rollups.groups')}</Heading>
            {groups.map(({ group, rollUp }) => (
              <Line key={group} name={groupInWords(t, group)} rollUp={rollUp} by={plan.outcome.by} />
            ))}
          </tbody>
          <tbody>
            <Heading>{t('rollups.places')}</Heading>
            {places.map(({ id, name, rollUp }) => (
              <Line key={id} name={name} rollUp={rollUp} by={plan.outcome.by} />
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  );
}

function Heading({ children }: { children: string }) {
  return (
    <tr className="group">
      <th scope="rowgroup" colSpan={7}>
        {children}
      </th>
    </tr>
  );
}

/** All plans that run on the day, by their current targets. */
function Province({ asOf, by }: { asOf: string; by: Outcome['by'] }) {
  const { t } = useWords();
  const { data } = useQuery(provinceQuery(asOf));
  return (
    data && <Line name={t('rollups.province', { plans: data.plans.length })} rollUp={data.province} by={by} />
  );
}

/** In one word: by the rule set's own way, or else the worst. */
function Together({ rollUp: { outcome, worst } }: { rollUp: RollUp }) {
  const { t, language } = useWords();
  if (outcome.grade) {
    return (
      <>
        {t('rollups.grade')}: <strong>{outcome.grade[language]}</strong>
      </>
    );
  }
  return (
    <>
      {t(outcome.rating ? `rollUpBy.${outcome.by}` : 'rollups.worst')}:{' '}
      <RatingTag rating={outcome.rating ?? worst} />
    </>
  );
}

/** The rule set's own result, and for a grade why it is no better one. */
function Result({ outcome }: { outcome: Outcome }) {
  const { t, language } = useWords();
  if (outcome.rating) return <RatingTag rating={outcome.rating} />;
  if (!outcome.grade) return <RatingTag rating="insufficient-data" />;
  const share = (of: string) => formatPerCent(of, language, 1);
  return (
    <>
      <strong>{outcome.grade[language]}</strong>
      <span className="under">
        {t('rollups.shares', {
          onTime: share(outcome.onTime),
          exceeded: share(outcome.exceeded),
          late: share(outcome.late),
        })}
      </span>
      {outcome.passedOver.map(({ grade, unmet }) => (
        <span key={grade.code} className="under">
          {t('rollups.passedOver', {
            grade: grade[language],
            asks: gradeAsks(grade, language)
              .filter(([word]) => unmet.includes(word))
              .map(([word, value]) => t(`gradeAsks.${word}`, { value }))
              .join('; '),
          })}
        </span>
      ))}
    </>
  );
}

function Line({ name, rollUp, by }: { name: string; rollUp: RollUp; by: Outcome['by'] }) {
  const { t, language } = useWords();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{rollUp.total}</td>
      <td>
        <ul className="mini-counts">
          {ratings
            .filter((rating) => rollUp.counts[rating])
            .map((rating) => (
              <li key={rating} className={`rating rating-${rating}`}>
                <RatingIcon rating={rating} />
                {rollUp.counts[rating]} {t(`rating.${rating}`)}
              </li>
            ))}
        </ul>
      </td>
      <td className="number">{formatPerCent(rollUp.missing, language, 1)}</td>
      <td className="number">
        {rollUp.score == null ? (
          <span className="nothing">{t('frame.none')}</span>
        ) : (
          <strong>{format(rollUp.score, language, 1)}</strong>
        )}
      </td>
      <td>
        <RatingTag rating={rollUp.worst} />
      </td>
      {by !== 'mean' && (
        <td>
          <Result outcome={rollUp.outcome} />
        </td>
      )}
    </tr>
  );
}
