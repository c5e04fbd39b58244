import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type NavigationEntry, signedInRoute } from '../../frame/routes';
import { provinceRoles } from '../../frame/session';

export const casesNavigation: NavigationEntry = { to: '/cases', label: 'cases', roles: provinceRoles };

/** Which cases are listed: those that go on when absent, of every severity and unit. */
export interface CasesSearch {
  only?: 'overdue' | 'all';
  severity?: 'high' | 'medium' | 'low';
  mine?: true;
}

export const casesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/cases',
  staticData: { roles: provinceRoles },
  validateSearch: ({ only, severity, mine }: Record<string, unknown>): CasesSearch => ({
    ...(only === 'overdue' || only === 'all' ? { only } : {}),
    ...(severity === 'high' || severity === 'medium' || severity === 'low' ? { severity } : {}),
    ...(mine === true ? { mine } : {}),
  }),
  component: lazyRouteComponent(() => import('./CasesPage'), 'CasesPage'),
});

/** Its tasks hang under it. */
export const caseRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/cases/$caseId',
  staticData: { roles: provinceRoles },
  component: lazyRouteComponent(() => import('./CasePage'), 'CasePage'),
});
