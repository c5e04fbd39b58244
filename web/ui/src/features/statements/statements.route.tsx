import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type NavigationEntry, signedInRoute } from '../../frame/routes';
import { provinceRoles } from '../../frame/session';
import { planRoute } from '../plans/plans.route';

export const statementsNavigation: NavigationEntry = {
  to: '/statements',
  label: 'statements',
  roles: provinceRoles,
};

/** The statements of the whole province, those outside any plan too. */
export const statementsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/statements',
  staticData: { roles: provinceRoles },
  component: lazyRouteComponent(() => import('./StatementsPage'), 'StatementsPage'),
});

export const planStatementsRoute = createRoute({
  getParentRoute: () => planRoute,
  path: '/statements',
  component: lazyRouteComponent(() => import('./PlanStatements'), 'PlanStatements'),
});
