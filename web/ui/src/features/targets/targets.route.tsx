import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { provinceRoles } from '../../frame/session';
import { scorecardRoute } from '../scorecards/scorecards.route';

export const amendRoute = createRoute({
  getParentRoute: () => scorecardRoute,
  path: '/targets/$targetId/amend',
  staticData: { roles: ['province-admin'] },
  component: lazyRouteComponent(() => import('./AmendDrawer'), 'AmendDrawer'),
});

/** `parent` is the target whose part the new one will be. */
export interface NewTargetSearch {
  parent?: string;
}

export const newTargetRoute = createRoute({
  getParentRoute: () => scorecardRoute,
  path: '/targets/new',
  staticData: { roles: ['province-admin'] },
  validateSearch: (search: Record<string, unknown>): NewTargetSearch =>
    typeof search.parent === 'string' ? { parent: search.parent } : {},
  component: lazyRouteComponent(() => import('./NewTargetSheet'), 'NewTargetSheet'),
});

export const targetRoute = createRoute({
  getParentRoute: () => scorecardRoute,
  path: '/targets/$targetId',
  staticData: { roles: provinceRoles },
  component: lazyRouteComponent(() => import('./TargetSheet'), 'TargetSheet'),
});
