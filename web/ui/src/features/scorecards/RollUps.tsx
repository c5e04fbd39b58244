import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { groupInWords, useWords } from '../../i18n';
import { format, formatPerCent } from '../../ui/decimal';
import { RatingIcon, RatingTag } from '../../ui/RatingTag';
import { ratings } from '../../ui/rating';
import { WideTable } from '../../ui/WideTable';
import { type PlanRollUps, provinceQuery, type RollUp } from './rollups.api';

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
        {t('rollups.title')} · {t('rollups.worst')}: <RatingTag rating={rollUps.plan.worst} />
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
            </tr>
          </thead>
          <tbody>
            {asOf && <Province asOf={asOf} />}
            <Line name={t('rollups.plan')} rollUp={plan} />
          </tbody>
          <tbody>
            <Heading>{t('rollups.groups')}</Heading>
            {groups.map(({ group, rollUp }) => (
              <Line key={group} name={groupInWords(t, group)} rollUp={rollUp} />
            ))}
          </tbody>
          <tbody>
            <Heading>{t('rollups.places')}</Heading>
            {places.map(({ id, name, rollUp }) => (
              <Line key={id} name={name} rollUp={rollUp} />
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
      <th scope="rowgroup" colSpan={6}>
        {children}
      </th>
    </tr>
  );
}

/** All plans that run on the day, by their current targets. */
function Province({ asOf }: { asOf: string }) {
  const { t } = useWords();
  const { data } = useQuery(provinceQuery(asOf));
  return data && <Line name={t('rollups.province', { plans: data.plans.length })} rollUp={data.province} />;
}

function Line({ name, rollUp }: { name: string; rollUp: RollUp }) {
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
    </tr>
  );
}
