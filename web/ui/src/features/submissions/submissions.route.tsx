import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type NavigationEntry, signedInRoute } from '../../frame/routes';
import { provinceRoles } from '../../frame/session';

export const submissionsNavigation: NavigationEntry = {
  to: '/submissions',
  label: 'submissions',
  roles: provinceRoles,
};

/** Whose reports are listed; the reader's role decides when absent. */
export interface DutiesSearch {
  whose?: 'mine' | 'everyone';
}

export const submissionsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/submissions',
  staticData: { roles: provinceRoles },
  validateSearch: ({ whose }: Record<string, unknown>): DutiesSearch =>
    whose === 'mine' || whose === 'everyone' ? { whose } : {},
  component: lazyRouteComponent(() => import('./DutiesPage'), 'DutiesPage'),
});

/** `page` of the cells: 2, 3, …; the first when absent. */
export interface SubmissionSearch {
  page?: number;
}

export const submissionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/submissions/$submission',
  staticData: { roles: provinceRoles },
  validateSearch: ({ page }: Record<string, unknown>): SubmissionSearch =>
    Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {},
  component: lazyRouteComponent(() => import('./SubmissionPage'), 'SubmissionPage'),
});
