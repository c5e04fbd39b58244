import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type NavigationEntry, signedInRoute } from '../../frame/routes';
import { provinceRoles, type Role } from '../../frame/session';

/** Who writes rules or decides on them, of the province or of the nation. */
const roles: readonly Role[] = ['rule-author', 'province-admin', 'ministry-rule-author'];
const readers: readonly Role[] = [...provinceRoles, 'ministry-rule-author'];

/** In a province the way to the drafts leads over the rule sets. */
export const nationalRulesNavigation: NavigationEntry = {
  to: '/rule-drafts',
  label: 'nationalRules',
  roles: ['ministry-rule-author'],
};

/** `from` is the hash of the set that a draft is to be opened as. */
export interface DraftsSearch {
  from?: string;
}

export const draftsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/rule-drafts',
  staticData: { roles },
  validateSearch: ({ from }: Record<string, unknown>): DraftsSearch =>
    typeof from === 'string' && from ? { from } : {},
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
  staticData: { roles: readers },
  component: lazyRouteComponent(() => import('./GuidePage'), 'GuidePage'),
});

/** `rule` is shown among the others: what an explanation points to. */
export interface ModelSearch {
  rule?: string;
}

export const modelRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/rule-models/$sha256',
  staticData: { roles: readers },
  validateSearch: ({ rule }: Record<string, unknown>): ModelSearch =>
    typeof rule === 'string' && rule ? { rule } : {},
  component: lazyRouteComponent(() => import('./ModelPage'), 'ModelPage'),
});

export const releaseRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/rule-drafts/releases/$releaseId',
  staticData: { roles: ['ministry-rule-author'] },
  component: lazyRouteComponent(() => import('./ReleasePage'), 'ReleasePage'),
});
