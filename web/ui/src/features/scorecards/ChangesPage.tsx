import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n';
import { day, moment } from '../../ui/day';
import { Empty, Loaded } from '../../ui/Loaded';
import { Differences } from './Differences';
import { comparisonQuery } from './replay.api';
import { changesRoute } from './replay.route';
import { runsQuery } from './scorecards.api';

/** What changed between two stored runs of the plan, and why. */
export function ChangesPage() {
  const { t, language } = useWords();
  const { planId, scorecardId } = changesRoute.useParams();
  const { since } = changesRoute.useSearch();
  const navigate = changesRoute.useNavigate();
  const runs = useQuery(runsQuery(planId));
  return (
    <>
      <p>
        <Link to="/plans/$planId/runs/$scorecardId" params={{ planId, scorecardId }}>
          ← {t('replay.back')}
        </Link>
      </p>
      <h2 className="section-title">{t('replay.compare')}</h2>
      <Loaded query={runs}>
        {(items) => (
          <div className="filters">
            <label>
              {t('replay.since')}{' '}
              <select
                value={since ?? ''}
                onChange={({ target }) =>
                  void navigate({ search: { since: target.value || undefined }, replace: true })
                }
              >
                <option value="">{t('replay.choose')}</option>
                {[...items]
                  .reverse()
                  .filter(({ id }) => id !== scorecardId)
                  .map((run) => (
                    <option key={run.id} value={run.id}>
                      {moment(run.at, language)} – {t('frame.asOf').toLowerCase()} {day(run.asOf, language)}
                    </option>
                  ))}
              </select>
            </label>
          </div>
        )}
      </Loaded>
      {since && <Compared scorecard={scorecardId} since={since} />}
    </>
  );
}

function Compared({ scorecard, since }: { scorecard: string; since: string }) {
  const { t, language } = useWords();
  const comparison = useQuery(comparisonQuery(scorecard, since));
  return (
    <Loaded query={comparison}>
      {({ before, after, unchanged, differences }) => (
        <>
          <p role="status">
            {t('replay.compared', {
              before: moment(before.at, language),
              after: moment(after.at, language),
              changed: differences.length,
              unchanged,
            })}
          </p>
          {differences.length > 0 ? (
            <Differences label={t('replay.compare')} differences={differences} />
          ) : (
            <Empty title={t('replay.nothingChanged')} />
          )}
        </>
      )}
    </Loaded>
  );
}
