import { Problem } from '../api/problem';
import { useWords } from '../i18n';

/** Says what went wrong, in the server's own sentence where there is one, with the id that finds it in the logs. */
export function ProblemAlert({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useWords();
  const problem = error instanceof Problem ? error : undefined;
  const offline = error instanceof TypeError;
  const title = problem?.title || (offline ? t('problem.offline') : t('problem.unexpected'));
  // One fault alone says the same as the whole.
  const faults = problem?.errors.filter((fault) => fault.detail !== problem.detail) ?? [];
  const detail = problem?.detail || (offline ? t('problem.offlineDetail') : problem ? '' : String(error));
  return (
    <div className="problem" role="alert">
      <p className="problem-title">{title}</p>
      {detail && detail !== title && <p>{detail}</p>}
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li key={[fault.line, fault.at, fault.detail].join()}>
              {fault.line !== undefined && `${t('problem.line', { line: fault.line })}: `}
              {fault.detail}
            </li>
          ))}
        </ul>
      )}
      {problem?.traceId && (
        <p className="problem-trace">
          {t('problem.trace')}: <code>{problem.traceId}</code>
        </p>
      )}
      {onRetry && (
        <button type="button" className="button plain" onClick={onRetry}>
          {t('frame.retry')}
        </button>
      )}
    </div>
  );
}
