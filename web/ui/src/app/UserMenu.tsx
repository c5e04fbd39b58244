import { Popover } from 'antd';
import { useState } from 'react';
import { useAuth } from 'react-oidc-context';
import { centralRoles, type Me, provinceRoles } from '../frame/session';
import { named, useWords } from '../i18n';
import { signIn } from './auth';
import { forget, remembered } from './provinces';

export function UserMenu({ me }: { me: Me }) {
  const { t, language } = useWords();
  const auth = useAuth();
  const [open, setOpen] = useState(false);
  const name = me.user.name || me.user.username;
  const roles = [...provinceRoles, ...centralRoles].filter((role) => me.roles?.includes(role));
  const others = remembered(me.user.username).filter(({ id }) => id !== me.province?.id);

  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={
        <div className="user-card">
          <p className="user-name">{name}</p>
          <p className="user-login">{me.user.username}</p>
          {me.unit && <p className="user-unit">{named(me.unit, language)}</p>}
          <ul className="user-roles">
            {roles.map((role) => (
              <li key={role}>{t(`role.${role}`)}</li>
            ))}
          </ul>
          {others.map((choice) => (
            <button
              key={choice.id}
              type="button"
              className="button plain"
              // What is open here belongs to the province that is left.
              onClick={() => void signIn(auth, { province: choice.id, returnTo: '/' })}
            >
              {t('choice.switch', { name: choice.name })}
            </button>
          ))}
          <button
            type="button"
            className="button plain"
            onClick={() => {
              forget();
              void auth.signoutRedirect();
            }}
          >
            {t('frame.signOut')}
          </button>
        </div>
      }
    >
      <button type="button" className="button quiet user-button" aria-haspopup="dialog" aria-expanded={open}>
        <span className="visually-hidden">{t('frame.userMenu')}: </span>
        {name}
        <span aria-hidden="true" className="caret" />
      </button>
    </Popover>
  );
}
