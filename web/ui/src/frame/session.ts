import { queryOptions, useQuery } from '@tanstack/react-query';
import { type Answered, api, dataOf } from '../api/client';

export type Me = Answered<'/api/v1/me', 'get'>;

export const provinceRoles = ['viewer', 'officer', 'approver', 'rule-author', 'province-admin'] as const;
export const centralRoles = ['ministry-viewer', 'ministry-rule-author', 'platform-admin'] as const;
export type Role = (typeof provinceRoles)[number] | (typeof centralRoles)[number];

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => dataOf(api.GET('/api/v1/me')),
  staleTime: 60_000,
});

/** Whether a user may do or see something that asks for one of `needed`. The API decides again on every call. */
export const isAllowed = (me: Me | undefined, needed: readonly Role[]): boolean =>
  needed.some((role) => me?.roles?.includes(role));

/** Who is signed in. The frame shows nothing of a feature before this is known. */
export function useSession() {
  const { data: me } = useQuery(meQuery);
  return { me, may: (...needed: Role[]) => isAllowed(me, needed) };
}
