import { useWords } from '../i18n';
import { RatingTag } from './RatingTag';
import type { Rating } from './rating';

export interface Move {
  readonly from: Rating;
  readonly to: Rating;
  /** how many move so */
  readonly targets: number;
}

/** How many targets go from which rating to which. */
export function Moves({ moves }: { moves: readonly Move[] }) {
  const { t } = useWords();
  return (
    <ul className="moves">
      {moves.map(({ from, to, targets }) => (
        <li key={`${from} ${to}`}>
          <strong>{t('moves.targets', { count: targets })}</strong> <RatingTag rating={from} />{' '}
          <span aria-hidden="true">→</span>
          <span className="visually-hidden">{t('trial.to')}</span> <RatingTag rating={to} />
        </li>
      ))}
    </ul>
  );
}
