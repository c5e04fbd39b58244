import { useWords } from '../i18n';

/** Whose a rule set is. */
export type Origin = 'house' | 'nation' | 'province';

export function OriginChip({ origin }: { origin: Origin }) {
  const { t } = useWords();
  return <span className={`chip origin-${origin}`}>{t(`ruleOrigin.${origin}`)}</span>;
}

/** What is stored of a release is not what was released. */
export function BrokenSeal() {
  const { t } = useWords();
  return (
    <>
      <span className="chip broken-seal">✕ {t('ruleSeal.broken')}</span>
      <span className="under">{t('ruleSeal.brokenDetail')}</span>
    </>
  );
}

/** The name of a set in a list of choices; those that do not come with the house say whose they are. */
export function useSetName() {
  const { t, language } = useWords();
  return ({ name, origin }: { name: { vi: string; en: string }; origin: Origin }): string =>
    origin === 'house' ? name[language] : `${name[language]} (${t(`ruleOrigin.${origin}`)})`;
}
