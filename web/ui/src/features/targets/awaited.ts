import type { Rating } from '../../ui/rating';
import type { Indicator } from './targets.api';

const decided: readonly (Rating | null | undefined)[] = ['exceeded', 'met', 'nearly-met', 'missed'];

/** Whether a target waits for figures of its own: by the year only there are none on the way, until the whole period is rated. */
export function isAwaited(
  { cadence }: Pick<Indicator, 'cadence'>,
  rating: Rating | null | undefined,
): boolean {
  return rating === 'insufficient-data' || (cadence === 'year' && !decided.includes(rating));
}
