import { switchLanguage, useWords } from '../i18n';

export function LanguageSwitch() {
  const { t, language } = useWords();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <button
      type="button"
      className="button quiet"
      aria-label={t('frame.switchLanguage')}
      onClick={() => void switchLanguage(other)}
    >
      <span lang={other}>{t('frame.otherLanguage')}</span>
    </button>
  );
}
