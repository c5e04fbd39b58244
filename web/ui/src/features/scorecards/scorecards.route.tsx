import { createRoute, lazyRouteComponent, retainSearchParams } from '@tanstack/react-router';
import { type Rating, ratings } from '../../ui/rating';
import { planRoute } from '../plans/plans.route';

/** `rating` shows only targets so rated; `find` is what was typed into the search. */
export interface ScorecardSearch {
  rating?: Rating;
  find?: string;
  /** original: rated by what was set first, whatever was amended since */
  aims?: 'original';
}

/** The live scorecard is the plan's first part. Drawers over it are routes below it. */
export const scorecardRoute = createRoute({
  getParentRoute: () => planRoute,
  id: 'scorecard',
  validateSearch: (search: Record<string, unknown>): ScorecardSearch => ({
    ...(ratings.includes(search.rating as Rating) ? { rating: search.rating as Rating } : {}),
    ...(typeof search.find === 'string' && search.find ? { find: search.find } : {}),
    ...(search.aims === 'original' ? { aims: 'original' as const } : {}),
  }),
  // A drawer opened over a filtered scorecard closes onto the same filter.
  search: { middlewares: [retainSearchParams(['rating', 'find', 'aims'])] },
  component: lazyRouteComponent(() => import('./ScorecardPage'), 'ScorecardPage'),
});

export const scorecardHomeRoute = createRoute({ getParentRoute: () => scorecardRoute, path: '/' });

export const whyRoute = createRoute({
  getParentRoute: () => scorecardRoute,
  path: '/targets/$targetId/why',
  component: lazyRouteComponent(() => import('./WhyDrawer'), 'WhyDrawer'),
});

export const runsRoute = createRoute({
  getParentRoute: () => planRoute,
  path: '/runs',
  component: lazyRouteComponent(() => import('./RunsPage'), 'RunsPage'),
});

export const runRoute = createRoute({
  getParentRoute: () => planRoute,
  path: '/runs/$scorecardId',
  component: lazyRouteComponent(() => import('./RunPage'), 'RunPage'),
});
