import { Navigate } from '@tanstack/react-router';
import { hasAuthParams, useAuth } from 'react-oidc-context';
import { useWords } from '../i18n';
import { Landing } from './LandingPage';

/** Where the sign-in page sends the browser back to. The provider reads the code; this page only waits. */
export function SignedInPage() {
  const { t } = useWords();
  const auth = useAuth();
  if (auth.error) return <Landing />;
  // Opened by hand, or after the code was used: there is nothing to wait for.
  if (!auth.isLoading && !hasAuthParams()) return <Navigate to="/" replace />;
  return (
    <main className="lone" role="status">
      {t('frame.signingIn')}
    </main>
  );
}
