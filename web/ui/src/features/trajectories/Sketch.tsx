import { useWords } from '../../i18n';
import type { Trajectory } from './trajectories.api';
import { linesOf, type Spot } from './way';
import './trajectories.css';

/** The way in one look: what is expected, the band around it, what came. The table beside it has the numbers. */
export function Sketch({ trajectory }: { trajectory: Trajectory }) {
  const { t } = useWords();
  const { actual, base, low, high } = linesOf(trajectory);
  if (base.length < 2) return null;
  const through = (spots: readonly Spot[]) =>
    spots.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  return (
    <figure className="sketch">
      <svg viewBox="0 0 600 160" role="img" aria-label={t('trajectories.sketch')}>
        {low.length > 1 && high.length > 1 && (
          <polygon className="band" points={through([...low, ...high.toReversed()])} />
        )}
        <polyline className="expected" points={through(base)} />
        <polyline className="actual" points={through(actual)} />
        {base.map(({ x, y }) => (
          <circle key={x} className="expected" cx={x} cy={y} r="3" />
        ))}
        {actual.map(({ x, y }) => (
          <circle key={x} className="actual" cx={x} cy={y} r="4" />
        ))}
      </svg>
      <figcaption className="under">{t('trajectories.sketchKey')}</figcaption>
    </figure>
  );
}
