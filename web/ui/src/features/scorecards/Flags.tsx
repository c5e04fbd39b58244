import { flagInWords, useWords } from '../../i18n';
import type { ScoredTarget } from './scorecards.api';

/** What the rules warn of, with how grave it is. */
export function Flags({ flags }: { flags: ScoredTarget['flags'] }) {
  const { t } = useWords();
  if (flags.length === 0) return null;
  return (
    <ul className="flags">
      {flags.map(({ code, severity }) => (
        <li key={code} className={`flag flag-${severity}`}>
          <svg viewBox="0 0 12 14" aria-hidden="true">
            <path d="M2 13V1.500h8L8 4.500l2 3H2" />
          </svg>
          {flagInWords(t, code)} ({t(`severity.${severity}`)})
        </li>
      ))}
    </ul>
  );
}
