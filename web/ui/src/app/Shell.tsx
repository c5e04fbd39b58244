import { Link, Outlet, useMatches } from '@tanstack/react-router';
import { Bell } from '../features/notifications/Bell';
import { useLive } from '../frame/live';
import type { NavigationEntry } from '../frame/routes';
import { isAllowed, type Me } from '../frame/session';
import { named, useWords } from '../i18n';
import { AsOfChoice } from './AsOfChoice';
import { LanguageSwitch } from './LanguageSwitch';
import { Logo } from './Logo';
import { Navigation } from './Navigation';
import { navigation } from './navigation';
import { UserMenu } from './UserMenu';

/** The frame around every screen: where one is, as of which day, in which language, as whom. */
export function Shell({ me }: { me: Me }) {
  const { t, language } = useWords();
  useLive(me.province != null);
  const needed = useMatches().findLast((match) => match.staticData.roles)?.staticData.roles;
  const allowed = !needed || isAllowed(me, needed);
  const may = ({ roles }: NavigationEntry) => isAllowed(me, roles);
  const place = me.province
    ? named(me.province, language)
    : t(me.roles?.includes('platform-admin') ? 'frame.platform' : 'frame.ministry');

  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('frame.skip')}
      </a>
      <header className="top">
        <div className="top-row">
          <Link to="/home" className="brand">
            <Logo />
            <span className="brand-name">{t('product.name')}</span>
          </Link>
          <p className="place">
            {place}
            {me.province?.simulated && <span className="simulated">{t('frame.simulated')}</span>}
          </p>
          <div className="top-tools">
            {navigation.filter(may).some(({ dated }) => dated) && <AsOfChoice />}
            {me.province && <Bell />}
            <LanguageSwitch />
            <UserMenu me={me} />
          </div>
        </div>
        <Navigation may={may} />
      </header>
      <main id="main" className="main" tabIndex={-1}>
        {allowed ? (
          <Outlet />
        ) : (
          <div className="lone">
            <h1>{t('problem.notAllowed')}</h1>
            <p>
              {t('problem.notAllowedDetail', {
                roles: needed?.map((role) => t(`role.${role}`)).join(', ') ?? '',
              })}
            </p>
            <Link to="/home" className="button plain">
              {t('frame.home')}
            </Link>
          </div>
        )}
      </main>
    </div>
  );
}
