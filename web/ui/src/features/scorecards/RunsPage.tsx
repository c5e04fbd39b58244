import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n';
import { day, moment } from '../../ui/day';
import { Empty, Loaded } from '../../ui/Loaded';
import { RatingIcon } from '../../ui/RatingTag';
import { ratings } from '../../ui/rating';
import { WideTable } from '../../ui/WideTable';
import { ScoringState } from './ScoringState';
import { runsQuery } from './scorecards.api';
import { runsRoute } from './scorecards.route';
import './scorecards.css';

/** The results stored so far, newest first. */
export function RunsPage() {
  const { t, language } = useWords();
  const { planId } = runsRoute.useParams();
  const runs = useQuery(runsQuery(planId));
  return (
    <>
      <ScoringState planId={planId} />
      <Loaded query={runs}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={t('runs.empty')}>
              <p>{t('runs.emptyDetail')}</p>
            </Empty>
          ) : (
            <WideTable label={t('runs.title')}>
              <table className="ledger">
                <thead>
                  <tr>
                    <th scope="col">{t('runs.runAt')}</th>
                    <th scope="col">{t('frame.asOf')}</th>
                    <th scope="col">{t('runs.runBy')}</th>
                    <th scope="col">{t('scorecard.ruleSet')}</th>
                    <th scope="col">{t('runs.counts')}</th>
                  </tr>
                </thead>
                <tbody>
                  {[...items].reverse().map((run) => (
                    <tr key={run.id}>
                      <th scope="row">
                        <Link to="/plans/$planId/runs/$scorecardId" params={{ planId, scorecardId: run.id }}>
                          {moment(run.at, language)}
                        </Link>
                      </th>
                      <td>{day(run.asOf, language)}</td>
                      <td>
                        {run.cause ? t('scoring.byHouse', { cause: t(`scoringCause.${run.cause}`) }) : run.by}
                      </td>
                      <td>
                        {run.ruleSet.id} · {run.ruleSet.version}
                      </td>
                      <td>
                        <ul className="mini-counts">
                          {ratings
                            .filter((rating) => run.counts[rating])
                            .map((rating) => (
                              <li key={rating} className={`rating rating-${rating}`}>
                                <RatingIcon rating={rating} />
                                {run.counts[rating]} {t(`rating.${rating}`)}
                              </li>
                            ))}
                        </ul>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </WideTable>
          )
        }
      </Loaded>
    </>
  );
}
