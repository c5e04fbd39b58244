import { createRootRoute, createRoute, retainSearchParams } from '@tanstack/react-router';
import type { vi } from '../i18n/vi';
import type { Role } from './session';

/** `asOf` stays in the address from page to page: an ISO day, or what somebody wrote for one, to be told so. */
export interface FrameSearch {
  asOf?: string;
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Who may see the page; everyone signed in when absent. The API decides again on every call. */
    roles?: readonly Role[];
  }
}

/** One entry of the main navigation. A feature exports its own beside its route. */
export interface NavigationEntry {
  to:
    | '/plans'
    | '/submissions'
    | '/cases'
    | '/tasks'
    | '/forms'
    | '/statements'
    | '/indicators'
    | '/thresholds'
    | '/rule-sets'
    | '/rule-drafts'
    | '/checks'
    | '/instruments'
    | '/units'
    | '/areas'
    | '/overview'
    | '/audit'
    | '/archive'
    | '/provinces';
  label: keyof typeof vi.nav;
  roles: readonly Role[];
  /** whether its screens are seen as of a day, so that the header offers to choose one */
  dated?: boolean;
}

export const rootRoute = createRootRoute({
  validateSearch: (search: Record<string, unknown>): FrameSearch =>
    search.asOf === undefined ? {} : { asOf: String(search.asOf) },
  search: { middlewares: [retainSearchParams(['asOf'])] },
});

/** Everything behind the sign-in hangs under this route; `app` gives it its picture. */
export const signedInRoute = createRoute({ getParentRoute: () => rootRoute, id: 'signed-in-area' });
