import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { named, useWords } from '../../i18n';
import { day } from '../../ui/day';
import { Loaded } from '../../ui/Loaded';
import { Differences } from './Differences';
import { type Replay, replayQuery } from './replay.api';
import { replayRoute } from './replay.route';

/** A stored run made again: from its facts by its rules, and from the figures of its day. */
export function ReplayPage() {
  const { t } = useWords();
  const { planId, scorecardId } = replayRoute.useParams();
  const replay = useQuery(replayQuery(scorecardId));
  return (
    <>
      <p>
        <Link to="/plans/$planId/runs/$scorecardId" params={{ planId, scorecardId }}>
          ← {t('replay.back')}
        </Link>
      </p>
      <h2 className="section-title">{t('replay.title')}</h2>
      <p>{t('replay.intro')}</p>
      <Loaded query={replay}>{(made) => <Made made={made} />}</Loaded>
    </>
  );
}

function Made({ made }: { made: Replay }) {
  const { t, language } = useWords();
  const again = made.rules === 'kept' || made.rules === 'in-force';
  return (
    <>
      <dl className="pairs">
        <div>
          <dt>{t('frame.asOf')}</dt>
          <dd>{day(made.asOf, language)}</dd>
        </div>
        <div>
          <dt>{t('scorecard.ruleSet')}</dt>
          <dd title={`sha256 ${made.sha256}`}>
            {made.ruleSet} · {t(`replayRules.${made.rules}`)}
          </dd>
        </div>
        <div>
          <dt>{t('replay.engine')}</dt>
          <dd>
            {made.engineThen}
            {made.engineNow && made.engineNow !== made.engineThen && ` → ${made.engineNow}`}
          </dd>
        </div>
        <div>
          <dt>{t('replay.features')}</dt>
          <dd>{made.features}</dd>
        </div>
      </dl>
      {!again && <p className="note">{t('replay.impossible')}</p>}
      {again && (
        <>
          <section>
            <h3 className="section-title">{t('replay.fromFacts')}</h3>
            <p role="status">{t('replay.same', { same: made.same, scored: made.scored })}</p>
            {made.miscounted.map((one) => (
              <p key={one.rating} className="caution">
                {t('replay.miscounted', {
                  rating: t(`rating.${one.rating}`),
                  stated: one.stated,
                  found: one.found,
                })}
              </p>
            ))}
            {made.others.length > 0 && (
              <ul className="reasons">
                {made.others.map((one) => (
                  <li key={one.target}>
                    <strong>{named({ name: one.indicator, nameEn: one.indicatorEn }, language)}</strong> (
                    {one.place}): {t(`replayOutcome.${one.outcome}`)}
                    {one.where.length > 0 && ` – ${one.where.join(', ')}`}
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section>
            <h3 className="section-title">{t('replay.fromFigures')}</h3>
            {made.recomputed?.length ? (
              <>
                <p>{t('replay.recomputed', { count: made.recomputed.length })}</p>
                <Differences label={t('replay.fromFigures')} differences={made.recomputed} />
              </>
            ) : (
              <p>{t('replay.recomputedSame')}</p>
            )}
          </section>
        </>
      )}
    </>
  );
}
