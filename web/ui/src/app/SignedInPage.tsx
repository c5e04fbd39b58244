import { Navigate } from '@tanstack/react-router';
import { useAuth } from 'react-oidc-context';
import { useWords } from '../i18n';
import type { ReturnTo } from './auth';
import { Landing } from './LandingPage';

/**
 * Where the sign-in page sends the browser back to. The provider reads the code; then this page alone leads on, to where
 * the user wanted to go: two that navigate would overtake one another. Opened by hand, it leads to the start.
 */
export function SignedInPage() {
  const { t } = useWords();
  const { error, isLoading, user } = useAuth();
  if (error) return <Landing />;
  if (!isLoading) {
    const { returnTo } = (user?.state as ReturnTo | undefined) ?? { returnTo: '/' };
    // `href` is read with its search; `to` alone would take that for a part of the path.
    return <Navigate to="/" href={returnTo} replace />;
  }
  return (
    <main className="lone" role="status">
      {t('frame.signingIn')}
    </main>
  );
}
