import { useWords } from '../i18n';
import type { Rating } from './rating';

/** One stroke drawing a rating: a rating is told by word, shape and colour, never by colour alone. */
const shapes: Record<Rating, string> = {
  exceeded: 'M3 8.5 8 3.500 13 8.500M3 13 8 8l5 5',
  met: 'M2.500 8.500 6.500 12.500 13.500 4',
  'nearly-met': 'M2.500 6c2-2 3.500-2 5.500 0s3.500 2 5.500 0M2.500 11c2-2 3.500-2 5.500 0s3.500 2 5.500 0',
  missed: 'M3.500 3.500 12.500 12.500M12.500 3.500 3.500 12.500',
  'on-track': 'M2.500 8h10.500M9 4l4 4-4 4',
  behind: 'M8 4.500V8l2.500 2M8 2a6 6 0 1 0 .01 0',
  'at-risk': 'M8 2.500 14 13.500H2zM8 6.500v3.200M8 11.600v.3',
  'insufficient-data': 'M5 6a3 3 0 1 1 4.500 2.600C8.400 9.300 8 9.700 8 10.500M8 13v.3',
};

export function RatingIcon({ rating }: { rating: Rating }) {
  return (
    <svg className="rating-icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={shapes[rating]} />
    </svg>
  );
}

export function RatingTag({ rating }: { rating: Rating }) {
  const { t } = useWords();
  return (
    <span className={`rating rating-${rating}`}>
      <RatingIcon rating={rating} />
      {t(`rating.${rating}`)}
    </span>
  );
}
