import { useWords } from '../i18n';
import { type Aim, aimInWords } from './comparator';
import { type Decimal, format } from './decimal';

/** An amount with its unit; the two never part at the end of a line. */
export function Amount({ amount, unit }: { amount: Decimal; unit?: string | undefined }) {
  const { language } = useWords();
  return (
    <span className="amount">
      <strong>{format(amount, language)}</strong>
      {unit && <span className="unit">{`\u00a0${unit}`}</span>}
    </span>
  );
}

/** What a target asks for: the comparator in words, the amount, the unit. */
export function AimText({ aim, unit }: { aim: Aim; unit: string }) {
  const { language } = useWords();
  const words = aimInWords(aim, language);
  return (
    <span className="aim">
      {words.before && <span className="comparator">{`${words.before} `}</span>}
      <span className="amount">
        <strong>{words.amount}</strong>
        {words.unit && words.amount && <span className="unit">{`\u00a0${unit}`}</span>}
      </span>
      {words.after && <span className="comparator">{` ${words.after}`}</span>}
    </span>
  );
}
