import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type NavigationEntry, signedInRoute } from '../../frame/routes';
import { provinceRoles } from '../../frame/session';

export const unitsNavigation: NavigationEntry = { to: '/units', label: 'units', roles: provinceRoles };

/** `unit` is the one whose sheet is open. */
export interface UnitsSearch {
  unit?: string;
}

export const unitsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/units',
  staticData: { roles: provinceRoles },
  validateSearch: (search: Record<string, unknown>): UnitsSearch =>
    typeof search.unit === 'string' ? { unit: search.unit } : {},
  component: lazyRouteComponent(() => import('./UnitsPage'), 'UnitsPage'),
});
