import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n';
import { moment } from '../../ui/day';
import { type Scoring, scoringQuery } from './scorecards.api';

/** Whether the newest changes are in a stored result yet, and if not, why. */
export function ScoringState({ planId }: { planId: string }) {
  const { data: scoring } = useQuery(scoringQuery(planId));
  return (
    <div className="scoring-state" role="status">
      {scoring && <State planId={planId} scoring={scoring} />}
    </div>
  );
}

function State({ planId, scoring }: { planId: string; scoring: Scoring }) {
  const { t, language } = useWords();
  const cause = scoring.cause ? t(`scoringCause.${scoring.cause}`) : '';
  const at = (time: string | null | undefined) => (time ? moment(time, language) : '');
  switch (scoring.status) {
    case 'never':
      return <p>{t('scoring.never')}</p>;
    case 'queued':
      return (
        <p>
          {t('scoring.queued', { cause })}
          {scoring.failure &&
            ` ${t('scoring.triedBefore', { tries: scoring.tries, why: why(scoring.failure) })}`}
        </p>
      );
    case 'running':
      return <p>{t('scoring.running', { cause, targets: scoring.targets, at: at(scoring.begunAt) })}</p>;
    case 'done':
      return (
        <p>
          {t('scoring.done', { cause, at: at(scoring.endedAt) })}{' '}
          {scoring.scorecard && (
            <Link to="/plans/$planId/runs/$scorecardId" params={{ planId, scorecardId: scoring.scorecard }}>
              {t('scoring.open')}
            </Link>
          )}
        </p>
      );
    case 'failed':
      return (
        <p className="scoring-failed">
          {t('scoring.failed', { at: at(scoring.endedAt), tries: scoring.tries, why: why(scoring.failure) })}
        </p>
      );
  }

  function why(code: string | null | undefined) {
    switch (code) {
      case 'no-threshold':
        return t('scoringFailure.no-threshold');
      case 'interrupted':
        return t('scoringFailure.interrupted');
      default:
        return t('scoringFailure.unexpected');
    }
  }
}
