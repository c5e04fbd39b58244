import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { scorecardRoute } from '../scorecards/scorecards.route';

/** `period` is the target's, whose parts may be reported; `subgroup` such as "nữ" is absent for the whole; `shown` the figure to be seen. */
export interface ObservationsSearch {
  period?: string;
  area?: string;
  subgroup?: string;
  shown?: string;
}

export const observationsRoute = createRoute({
  getParentRoute: () => scorecardRoute,
  path: '/figures/$indicator',
  validateSearch: (search: Record<string, unknown>): ObservationsSearch => ({
    ...(search.period ? { period: String(search.period) } : {}),
    ...(typeof search.area === 'string' ? { area: search.area } : {}),
    ...(search.subgroup ? { subgroup: String(search.subgroup) } : {}),
    ...(typeof search.shown === 'string' ? { shown: search.shown } : {}),
  }),
  component: lazyRouteComponent(() => import('./ObservationsDrawer'), 'ObservationsDrawer'),
});
