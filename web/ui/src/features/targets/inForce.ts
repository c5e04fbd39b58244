type Decided = { revision: number; decidedOn?: string | null };

/**
 * What was aimed at on a day, oldest first: the newest revision decided by then. The first one, and what was written into a draft, which
 * has no day, hold from the beginning.
 */
export function inForceOn<R extends Decided>(revisions: readonly R[], day: string): R {
  const [first] = revisions;
  if (!first) throw new RangeError('A target always has a revision.');
  return (
    revisions.findLast(
      ({ revision, decidedOn }) => revision > 1 && (decidedOn == null || decidedOn <= day),
    ) ?? first
  );
}
