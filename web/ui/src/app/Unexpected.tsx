import type { ErrorComponentProps } from '@tanstack/react-router';
import { ProblemAlert } from '../ui/ProblemAlert';

/** What a route shows when its picture itself failed. */
export function Unexpected({ error, reset }: ErrorComponentProps) {
  return (
    <div className="lone">
      <ProblemAlert error={error} onRetry={reset} />
    </div>
  );
}
