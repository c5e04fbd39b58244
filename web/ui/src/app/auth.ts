import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { caller } from '../api/client';
import { language } from '../i18n';

const SCOPE = 'openid profile organization';

/**
 * Sign-in by code and PKCE. Tokens live in this tab's session storage. A token is renewed by one request at a time,
 * whoever asks for it: the server accepts each refresh token only once.
 */
export function userManagerOf({ issuer, clientId }: { issuer: string; clientId: string }): UserManager {
  const { origin } = window.location;
  const store = new WebStorageStateStore({ store: window.sessionStorage });
  const manager = new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${origin}/signed-in`,
    post_logout_redirect_uri: `${origin}/`,
    scope: SCOPE,
    userStore: store,
    stateStore: store,
    automaticSilentRenew: false,
  });

  let renewal: Promise<string | undefined> | undefined;
  const renew = () => {
    renewal ??= manager
      .signinSilent()
      .then((user) => user?.access_token)
      .catch(() => manager.removeUser().then(() => undefined))
      .finally(() => {
        renewal = undefined;
      });
    return renewal;
  };
  manager.events.addAccessTokenExpiring(() => void renew());

  caller.language = language;
  caller.token = async () => {
    const user = await manager.getUser();
    return user?.expired ? renew() : user?.access_token;
  };
  return manager;
}

/** Where to go after signing in. */
export interface ReturnTo {
  returnTo: string;
}

/** Leaves for the sign-in page, which speaks the language of the screen. A province is verified there and by the API. */
export const signIn = (manager: Pick<UserManager, 'signinRedirect'>, province?: string) => {
  const { pathname, search } = window.location;
  const returnTo = pathname === '/signed-in' ? '/' : pathname + search;
  return manager.signinRedirect({
    scope: province ? `${SCOPE}:${province}` : SCOPE,
    ui_locales: language(),
    state: { returnTo: province ? '/' : returnTo } satisfies ReturnTo,
  });
};
