import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type NavigationEntry, signedInRoute } from '../../frame/routes';
import { provinceRoles } from '../../frame/session';

export const ruleSetsNavigation: NavigationEntry = {
  to: '/rule-sets',
  label: 'ruleSets',
  roles: provinceRoles,
};

/** `choose` names the plan that rules are being chosen for, or `province`. */
export interface RuleSetsSearch {
  choose?: string;
}

export const ruleSetsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/rule-sets',
  staticData: { roles: provinceRoles },
  validateSearch: (search: Record<string, unknown>): RuleSetsSearch =>
    typeof search.choose === 'string' && search.choose ? { choose: search.choose } : {},
  component: lazyRouteComponent(() => import('./RuleSetsPage'), 'RuleSetsPage'),
});
