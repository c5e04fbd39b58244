import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type NavigationEntry, signedInRoute } from '../../frame/routes';

const readers = ['province-admin', 'approver'] as const;

export const auditNavigation: NavigationEntry = { to: '/audit', label: 'audit', roles: readers };

/** What to look for, kept in the address. */
export interface AuditSearch {
  subject?: string;
  madeBy?: string;
  text?: string;
}

const text = (value: unknown) => (typeof value === 'string' && value.trim() ? value : undefined);

export const auditRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/audit',
  staticData: { roles: readers },
  validateSearch: (search: Record<string, unknown>): AuditSearch => {
    const [subject, madeBy, found] = [text(search.subject), text(search.madeBy), text(search.text)];
    return { ...(subject && { subject }), ...(madeBy && { madeBy }), ...(found && { text: found }) };
  },
  component: lazyRouteComponent(() => import('./AuditPage'), 'AuditPage'),
});
