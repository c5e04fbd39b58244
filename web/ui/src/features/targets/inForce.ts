import { dayOf } from '../../ui/day';

type Decided = { revision: number; decidedOn?: string | null; recordedAt: string };

/**
 * What was aimed at on a day, oldest first: the newest revision decided by then, one without a stated day from its recording on. The
 * first one holds from the beginning.
 */
export function inForceOn<R extends Decided>(revisions: readonly R[], day: string): R {
  const [first] = revisions;
  if (!first) throw new RangeError('A target always has a revision.');
  return (
    revisions.findLast(
      ({ revision, decidedOn, recordedAt }) => revision > 1 && (decidedOn ?? dayOf(recordedAt)) <= day,
    ) ?? first
  );
}
