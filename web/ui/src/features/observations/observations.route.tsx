import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { scorecardRoute } from '../scorecards/scorecards.route';

/** `period` is the target's, whose parts may be reported; `area` is absent for the province itself. */
export interface ObservationsSearch {
  period?: string;
  area?: string;
}

export const observationsRoute = createRoute({
  getParentRoute: () => scorecardRoute,
  path: '/figures/$indicator',
  validateSearch: (search: Record<string, unknown>): ObservationsSearch => ({
    ...(search.period ? { period: String(search.period) } : {}),
    ...(typeof search.area === 'string' ? { area: search.area } : {}),
  }),
  component: lazyRouteComponent(() => import('./ObservationsDrawer'), 'ObservationsDrawer'),
});
