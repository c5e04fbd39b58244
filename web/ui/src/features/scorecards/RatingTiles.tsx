import { useWords } from '../../i18n';
import { RatingIcon } from '../../ui/RatingTag';
import { type Rating, ratings } from '../../ui/rating';

interface Props {
  counts: Record<string, number>;
  chosen: Rating | undefined;
  onChoose: (rating: Rating | undefined) => void;
}

/** How many targets have each rating; pressing a tile shows only those, pressing it again all. */
export function RatingTiles({ counts, chosen, onChoose }: Props) {
  const { t } = useWords();
  return (
    <section aria-label={t('scorecard.counts')}>
      <ul className="tiles">
        {ratings.map((rating) => {
          const count = counts[rating] ?? 0;
          return (
            <li key={rating}>
              <button
                type="button"
                className={`tile rating-${rating}`}
                aria-pressed={chosen === rating}
                disabled={count === 0 && chosen !== rating}
                onClick={() => onChoose(chosen === rating ? undefined : rating)}
              >
                <span className="tile-count">{count}</span>
                <span className="tile-word">
                  <RatingIcon rating={rating} />
                  {t(`rating.${rating}`)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
