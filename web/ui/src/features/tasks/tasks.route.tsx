import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type NavigationEntry, signedInRoute } from '../../frame/routes';
import { provinceRoles } from '../../frame/session';
import { caseRoute } from '../cases/cases.route';

export const tasksNavigation: NavigationEntry = { to: '/tasks', label: 'tasks', roles: provinceRoles };

/** Which tasks are listed: the open ones when absent. `task` is the one whose sheet is open. */
export interface TasksSearch {
  show?: 'overdue' | 'all';
  mine?: true;
  task?: string;
}

export const tasksRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/tasks',
  staticData: { roles: provinceRoles },
  validateSearch: ({ show, mine, task }: Record<string, unknown>): TasksSearch => ({
    ...(show === 'overdue' || show === 'all' ? { show } : {}),
    ...(mine === true ? { mine } : {}),
    ...(typeof task === 'string' ? { task } : {}),
  }),
  component: lazyRouteComponent(() => import('./TasksPage'), 'TasksPage'),
});

/** What was agreed in a case, on its page. */
export const caseTasksRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./CaseTasks'), 'CaseTasks'),
});
