import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answered, api, dataOf } from '../../api/client';

export type Notification = Answered<'/api/v1/notifications', 'get'>['items'][number];

const EVERY_MINUTE = 60_000;

/** What the reader was told, newest first, with how much of all of it is unread. */
export const notificationsQuery = infiniteQueryOptions({
  queryKey: ['notifications'],
  queryFn: ({ pageParam: after }) =>
    dataOf(
      api.GET('/api/v1/notifications', { params: { query: { ...(after ? { after } : {}), limit: 20 } } }),
    ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
  refetchInterval: EVERY_MINUTE,
  refetchOnWindowFocus: 'always',
});

export function useRead() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (notifications: string[]) =>
      api.PUT('/api/v1/notifications/read', { body: { notifications } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['notifications'] }),
  });
}
