import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type NavigationEntry, signedInRoute } from '../../frame/routes';
import { provinceRoles } from '../../frame/session';

export const areasNavigation: NavigationEntry = { to: '/areas', label: 'areas', roles: provinceRoles };

/** `area` is the one whose history is open; `all` shows also those that are not there on the header's day. */
export interface AreasSearch {
  area?: string;
  all?: boolean;
}

export const areasRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/areas',
  staticData: { roles: provinceRoles },
  validateSearch: (search: Record<string, unknown>): AreasSearch => ({
    ...(typeof search.area === 'string' ? { area: search.area } : {}),
    ...(search.all === true ? { all: true } : {}),
  }),
  component: lazyRouteComponent(() => import('./AreasPage'), 'AreasPage'),
});
