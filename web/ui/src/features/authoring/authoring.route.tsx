import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../frame/routes';
import { provinceRoles, type Role } from '../../frame/session';

/** Who writes rules or decides on them. */
const roles: readonly Role[] = ['rule-author', 'province-admin'];

export const draftsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/rule-drafts',
  staticData: { roles },
  component: lazyRouteComponent(() => import('./DraftsPage'), 'DraftsPage'),
});

export const parts = ['table', 'alerts', 'points', 'about', 'cases', 'compare', 'drl', 'history'] as const;
export type DraftPart = (typeof parts)[number];

/** `part` of the draft that is shown; the table when absent. */
export interface DraftSearch {
  part?: DraftPart;
}

export const draftRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/rule-drafts/$draftId',
  staticData: { roles },
  validateSearch: ({ part }: Record<string, unknown>): DraftSearch =>
    parts.includes(part as DraftPart) && part !== 'table' ? { part: part as DraftPart } : {},
  component: lazyRouteComponent(() => import('./DraftPage'), 'DraftPage'),
});

export const guideRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/rule-guide',
  staticData: { roles: provinceRoles },
  component: lazyRouteComponent(() => import('./GuidePage'), 'GuidePage'),
});

/** `rule` is shown among the others: what an explanation points to. */
export interface ModelSearch {
  rule?: string;
}

export const modelRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/rule-models/$sha256',
  staticData: { roles: provinceRoles },
  validateSearch: ({ rule }: Record<string, unknown>): ModelSearch =>
    typeof rule === 'string' && rule ? { rule } : {},
  component: lazyRouteComponent(() => import('./ModelPage'), 'ModelPage'),
});
