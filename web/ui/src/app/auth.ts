import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { caller } from '../api/client';
import { language } from '../i18n';

/**
 * A token of one province, or of all the user belongs to. With one province such a token is good at once; with several the
 * API takes it for nothing and answers which they are, and the user chooses. Somebody else's province is not given.
 */
const scopeOf = (province = '*') => `openid profile organization:${province}`;

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
    scope: scopeOf(),
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

const here = () => {
  const { pathname, search } = window.location;
  return pathname === '/signed-in' ? '/' : pathname + search;
};

/**
 * Leaves for the sign-in page, which speaks the language of the screen and knows who has just signed in without asking
 * again. A province is verified there and by the API.
 */
export const signIn = (
  manager: Pick<UserManager, 'signinRedirect'>,
  { province, returnTo = here() }: { province?: string } & Partial<ReturnTo> = {},
) =>
  manager.signinRedirect({
    scope: scopeOf(province),
    ui_locales: language(),
    state: { returnTo } satisfies ReturnTo,
  });
