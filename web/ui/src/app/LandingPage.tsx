import { Navigate } from '@tanstack/react-router';
import { useAuth } from 'react-oidc-context';
import { useWords } from '../i18n';
import { ProblemAlert } from '../ui/ProblemAlert';
import { signIn } from './auth';
import { LanguageSwitch } from './LanguageSwitch';
import { Logo } from './Logo';

/** The first page. It loads nothing of the screens behind the sign-in. */
export function LandingPage() {
  const { isAuthenticated, isLoading } = useAuth();
  if (isLoading) return null;
  return isAuthenticated ? <Navigate to="/home" /> : <Landing />;
}

/** @param note said above the button, such as why one must sign in first */
export function Landing({ note }: { note?: string }) {
  const { t } = useWords();
  const auth = useAuth();
  return (
    <div className="landing">
      <title>{t('product.name')}</title>
      <header className="landing-top">
        <LanguageSwitch />
      </header>
      <main className="landing-main">
        <Logo />
        <h1>{t('product.name')}</h1>
        <p className="landing-sentence">{t('product.sentence')}</p>
        {note && <p className="landing-note">{note}</p>}
        {auth.error && (
          <>
            <p className="landing-note">{t('frame.signInFailed')}</p>
            <ProblemAlert error={auth.error} />
          </>
        )}
        <button type="button" className="button primary large" onClick={() => void signIn(auth)}>
          {t('frame.signIn')}
        </button>
        <ul className="landing-points">
          <li>{t('product.point1')}</li>
          <li>{t('product.point2')}</li>
          <li>{t('product.point3')}</li>
        </ul>
      </main>
    </div>
  );
}
