import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type NavigationEntry, signedInRoute } from '../../frame/routes';
import { provinceRoles } from '../../frame/session';

export const ruleSetsNavigation: NavigationEntry = {
  to: '/rule-sets',
  label: 'ruleSets',
  roles: provinceRoles,
};

/** `choose` names the plan that rules are being chosen for, or `province`; `set` the one to begin with, `pin` its version of today. */
export interface RuleSetsSearch {
  choose?: string;
  set?: string;
  pin?: true;
}

export const ruleSetsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/rule-sets',
  staticData: { roles: provinceRoles },
  validateSearch: ({ choose, set, pin }: Record<string, unknown>): RuleSetsSearch => ({
    ...(typeof choose === 'string' && choose ? { choose } : {}),
    ...(typeof set === 'string' && set ? { set } : {}),
    ...(pin === true ? { pin } : {}),
  }),
  component: lazyRouteComponent(() => import('./RuleSetsPage'), 'RuleSetsPage'),
});
