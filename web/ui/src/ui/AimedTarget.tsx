import { useWords, type Word } from '../i18n';
import { AimText } from './Amount';
import type { Aim } from './comparator';
import { periodInWords } from './period';

/** A target with all that tells it from another of the same indicator. */
interface Aimed extends Aim {
  name: string;
  nameEn: string;
  authority: Word<'authority'>;
  period: string;
  area: string;
  subgroup: string;
  unit: string;
  unitEn: string;
  wording: string;
}

/** Under the indicator's name: who asks for it, where, of which part and when, how much, and in which words. */
export function AimedUnder({ target, more }: { target: Aimed; more?: string }) {
  const { t, language } = useWords();
  return (
    <span className="under" title={target.wording}>
      {[
        t(`authority.${target.authority}`),
        target.subgroup,
        target.area,
        periodInWords(target.period, language),
        more,
      ]
        .filter(Boolean)
        .join(' · ')}
      {': '}
      <AimText aim={target} unit={language === 'en' ? target.unitEn : target.unit} />
    </span>
  );
}
