import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../i18n';
import { day, moment } from '../../ui/day';
import { Loaded } from '../../ui/Loaded';
import type { Rating } from '../../ui/rating';
import { Ledger } from './Ledger';
import { RatingTiles } from './RatingTiles';
import { RollUps } from './RollUps';
import { ScorecardFacts } from './ScorecardFacts';
import { runQuery } from './scorecards.api';
import { runRoute } from './scorecards.route';
import { matching } from './search';

/** One stored result, as it was. */
export function RunPage() {
  const { t, language } = useWords();
  const { planId, scorecardId } = runRoute.useParams();
  const run = useQuery(runQuery(scorecardId));
  const [rating, setRating] = useState<Rating>();
  return (
    <>
      <p>
        <Link to="/plans/$planId/runs" params={{ planId }}>
          ← {t('runs.back')}
        </Link>
      </p>
      <Loaded query={run}>
        {(card) => (
          <>
            <p className="note">
              {t('runs.stored', {
                at: card.stored ? moment(card.stored.at, language) : '',
                day: day(card.asOf, language),
              })}
            </p>
            <ScorecardFacts scorecard={card}>
              <Link
                to="/plans/$planId/runs/$scorecardId/replay"
                params={{ planId, scorecardId }}
                className="button plain"
              >
                {t('replay.action')}
              </Link>
              <Link
                to="/plans/$planId/runs/$scorecardId/changes"
                params={{ planId, scorecardId }}
                className="button plain"
              >
                {t('replay.compareAction')}
              </Link>
            </ScorecardFacts>
            <RatingTiles counts={card.counts} chosen={rating} onChoose={setRating} />
            <RollUps rollUps={card.rollUps} />
            <Ledger
              planId={planId}
              targets={matching(card.targets, rating ? { rating } : {})}
              statements={card.statements}
            />
          </>
        )}
      </Loaded>
    </>
  );
}
