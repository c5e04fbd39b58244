import { useEffect } from 'react';
import { useAuth } from 'react-oidc-context';
import type { Problem } from '../api/problem';
import { useWords } from '../i18n';
import { signIn } from './auth';
import { LanguageSwitch } from './LanguageSwitch';
import { Logo } from './Logo';
import { choicesOf, forget, remember } from './provinces';

/** For someone who belongs to no province, or to several and has not chosen yet. */
export function ProvinceChoice({ problem }: { problem: Problem }) {
  const { t } = useWords();
  const auth = useAuth();
  const { provinces, values } = problem.members;
  const choices = choicesOf(provinces ?? (values as Record<string, unknown> | undefined)?.provinces);
  const username = auth.user?.profile.preferred_username ?? auth.user?.profile.name ?? '';
  const several = problem.code === 'choose-a-province';
  const notOpen = problem.code === 'province-not-open';
  useEffect(() => remember(username, choices));

  return (
    <div className="landing">
      <title>{t('product.name')}</title>
      <header className="landing-top">
        <LanguageSwitch />
      </header>
      <main className="landing-main">
        <Logo />
        <h1 className="landing-heading">
          {t(several ? 'choice.choose' : notOpen ? 'choice.notOpen' : 'choice.noProvince')}
        </h1>
        <p className="landing-sentence">
          {several
            ? t('choice.chooseDetail')
            : notOpen
              ? problem.detail
              : t('choice.noProvinceDetail', { username })}
        </p>
        {choices.length > 0 && (
          <ul className="choices">
            {choices.map(({ id, name }) => (
              <li key={id}>
                <button
                  type="button"
                  className="button plain large"
                  onClick={() => void signIn(auth, { province: id })}
                >
                  {name}
                </button>
              </li>
            ))}
          </ul>
        )}
        {!several && problem.traceId && (
          <p className="problem-trace">
            {t('problem.trace')}: <code>{problem.traceId}</code>
          </p>
        )}
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            forget();
            void auth.signoutRedirect();
          }}
        >
          {t('frame.signOut')}
        </button>
      </main>
    </div>
  );
}
