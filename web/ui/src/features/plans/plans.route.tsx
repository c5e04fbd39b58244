import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type NavigationEntry, signedInRoute } from '../../frame/routes';
import { provinceRoles } from '../../frame/session';

export const plansNavigation: NavigationEntry = {
  to: '/plans',
  label: 'plans',
  roles: provinceRoles,
  dated: true,
};

export const plansRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/plans',
  staticData: { roles: provinceRoles },
  component: lazyRouteComponent(() => import('./PlansPage'), 'PlansPage'),
});

/** One plan: its head and its parts. Other features hang their part of the plan under this route. */
export const planRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/plans/$planId',
  staticData: { roles: provinceRoles },
  component: lazyRouteComponent(() => import('./PlanPage'), 'PlanPage'),
});

export const lifeRoute = createRoute({
  getParentRoute: () => planRoute,
  path: '/life',
  component: lazyRouteComponent(() => import('./LifePage'), 'LifePage'),
});
