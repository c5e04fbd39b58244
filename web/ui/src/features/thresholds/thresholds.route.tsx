import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type NavigationEntry, signedInRoute } from '../../frame/routes';
import { provinceRoles, type Role } from '../../frame/session';

const roles: readonly Role[] = [...provinceRoles, 'ministry-rule-author'];

export const thresholdsNavigation: NavigationEntry = { to: '/thresholds', label: 'thresholds', roles };

/** `find` is what was typed into the search; `shown` the id of the version of a threshold that an explanation points to. */
export interface ThresholdsSearch {
  find?: string;
  shown?: string;
}

export const thresholdsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/thresholds',
  staticData: { roles },
  validateSearch: (search: Record<string, unknown>): ThresholdsSearch => ({
    ...(typeof search.find === 'string' && search.find ? { find: search.find } : {}),
    ...(typeof search.shown === 'string' && search.shown ? { shown: search.shown } : {}),
  }),
  component: lazyRouteComponent(() => import('./ThresholdsPage'), 'ThresholdsPage'),
});
