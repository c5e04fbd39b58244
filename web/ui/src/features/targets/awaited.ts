import type { Rating } from '../../ui/rating';
import type { Indicator } from './targets.api';

/** Whether a target waits for figures of its own: by the year only there are none on the way, whatever was reported before. */
export function isAwaited(
  { cadence }: Pick<Indicator, 'cadence'>,
  rating: Rating | null | undefined,
): boolean {
  return cadence === 'year' || rating === 'insufficient-data';
}
