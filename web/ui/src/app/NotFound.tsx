import { Link } from '@tanstack/react-router';
import { useWords } from '../i18n';

export function NotFound() {
  const { t } = useWords();
  return (
    <div className="lone">
      <h1>{t('frame.notFound')}</h1>
      <p>{t('frame.notFoundDetail')}</p>
      <Link to="/" className="button plain">
        {t('frame.home')}
      </Link>
    </div>
  );
}
