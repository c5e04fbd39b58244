import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type NavigationEntry, signedInRoute } from '../../frame/routes';
import { provinceRoles } from '../../frame/session';

export const checksNavigation: NavigationEntry = {
  to: '/checks',
  label: 'checks',
  roles: provinceRoles,
};

/** `edit` names the indicator whose checks are being edited, or `province`. */
export interface ChecksSearch {
  edit?: string;
}

export const checksRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/checks',
  staticData: { roles: provinceRoles },
  validateSearch: (search: Record<string, unknown>): ChecksSearch =>
    typeof search.edit === 'string' && search.edit ? { edit: search.edit } : {},
  component: lazyRouteComponent(() => import('./ChecksPage'), 'ChecksPage'),
});
