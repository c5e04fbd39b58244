import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type NavigationEntry, signedInRoute } from '../../frame/routes';
import { provinceRoles } from '../../frame/session';

export const thresholdsNavigation: NavigationEntry = {
  to: '/thresholds',
  label: 'thresholds',
  roles: provinceRoles,
};

/** `find` is what was typed into the search; `edit` names the indicator being edited, or `province`. */
export interface ThresholdsSearch {
  find?: string;
  edit?: string;
}

export const thresholdsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/thresholds',
  staticData: { roles: provinceRoles },
  validateSearch: (search: Record<string, unknown>): ThresholdsSearch => ({
    ...(typeof search.find === 'string' && search.find ? { find: search.find } : {}),
    ...(typeof search.edit === 'string' && search.edit ? { edit: search.edit } : {}),
  }),
  component: lazyRouteComponent(() => import('./ThresholdsPage'), 'ThresholdsPage'),
});
