import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ConfigProvider, App as Messages } from 'antd';
import enLocale from 'antd/locale/en_US';
import viLocale from 'antd/locale/vi_VN';
import dayjs from 'dayjs';
import 'dayjs/locale/vi';
import { useEffect } from 'react';
import { useAuth } from 'react-oidc-context';
import { Problem } from '../api/problem';
import { meQuery } from '../frame/session';
import { useWords } from '../i18n';
import { Loading } from '../ui/Loaded';
import { ProblemAlert } from '../ui/ProblemAlert';
import { signIn } from './auth';
import './house.css';
import { Landing } from './LandingPage';
import { ProvinceChoice } from './ProvinceChoice';
import { standsNowhere } from './provinces';
import { Shell } from './Shell';
import { theme } from './theme';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

/** Everything behind the sign-in: who it is, for which province, and only then the screens. */
export function SignedIn() {
  const { t, language } = useWords();
  const auth = useAuth();
  dayjs.locale(language);
  if (auth.isLoading) return <Waiting />;
  if (!auth.isAuthenticated) return <Landing note={t('frame.signInFirst')} />;
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'vi' ? viLocale : enLocale}
      csp={{ nonce }}
      wave={{ disabled: true }}
    >
      <Messages message={{ duration: 5 }}>
        <Known />
      </Messages>
    </ConfigProvider>
  );
}

function Known() {
  const { t, language } = useWords();
  const auth = useAuth();
  const queries = useQueryClient();
  const { data: me, error, refetch } = useQuery(meQuery);

  // The server's sentences come in the language of the request: ask again when it changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language is the reason to run
  useEffect(() => {
    void queries.invalidateQueries({ predicate: ({ state }) => state.error !== null });
  }, [language, queries]);

  // Even over a screen: a renewed token may be of several provinces, once another tab has chosen another one.
  if (standsNowhere(error)) {
    return <ProvinceChoice problem={error} />;
  }
  if (me) return <Shell me={me} />;
  if (error instanceof Problem && error.status === 401) {
    return (
      <main className="lone">
        <h1>{t('problem.signedOut')}</h1>
        <ProblemAlert error={error} />
        <button type="button" className="button primary" onClick={() => void signIn(auth)}>
          {t('frame.signInAgain')}
        </button>
      </main>
    );
  }
  if (error) {
    return (
      <main className="lone">
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      </main>
    );
  }
  return <Waiting />;
}

function Waiting() {
  return (
    <main className="lone">
      <Loading />
    </main>
  );
}
