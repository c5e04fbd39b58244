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
                    <th scope="col">
                      <span className="visually-hidden">{t('scorecard.actions')}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {[...items].reverse().map((run, place, all) => (
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
                      <td className="row-actions">
                        <Link
                          to="/plans/$planId/runs/$scorecardId/replay"
                          params={{ planId, scorecardId: run.id }}
                          aria-label={t('replay.actionOf', { at: moment(run.at, language) })}
                        >
                          {t('replay.action')}
                        </Link>
                        <Link
                          to="/plans/$planId/runs/$scorecardId/changes"
                          params={{ planId, scorecardId: run.id }}
                          search={(search) => ({ ...search, since: all[place + 1]?.id })}
                          aria-label={t('replay.compareOf', { at: moment(run.at, language) })}
                        >
                          {t('replay.compareAction')}
                        </Link>
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
