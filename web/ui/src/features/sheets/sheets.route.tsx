import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../frame/routes';
import { provinceRoles } from '../../frame/session';

/** `file` that was brought and is looked at; the newest when absent. */
export interface SheetSearch {
  file?: string;
}

export const sheetRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/submissions/$submission/sheet',
  staticData: { roles: provinceRoles },
  validateSearch: ({ file }: Record<string, unknown>): SheetSearch =>
    typeof file === 'string' && /^[0-9a-f-]{36}$/.test(file) ? { file } : {},
  component: lazyRouteComponent(() => import('./SheetPage'), 'SheetPage'),
});
