import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type NavigationEntry, signedInRoute } from '../../frame/routes';
import { provinceRoles } from '../../frame/session';

export const formsNavigation: NavigationEntry = { to: '/forms', label: 'forms', roles: provinceRoles };

/** `form` is the one whose sheet is open. */
export interface FormsSearch {
  form?: string;
}

export const formsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/forms',
  staticData: { roles: provinceRoles },
  validateSearch: (search: Record<string, unknown>): FormsSearch =>
    typeof search.form === 'string' ? { form: search.form } : {},
  component: lazyRouteComponent(() => import('./FormsPage'), 'FormsPage'),
});
