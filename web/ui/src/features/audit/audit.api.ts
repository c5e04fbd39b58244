import { infiniteQueryOptions } from '@tanstack/react-query';
import { type Answered, api, dataOf } from '../../api/client';
import { addressOf } from '../../api/download';
import type { AuditSearch } from './audit.route';

export type Change = NonNullable<Answered<'/api/v1/changes', 'get'>['items']>[number];

/** Newest first, page by page: a province changes things for years. */
export const changesQuery = (search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['audit', search],
    queryFn: ({ pageParam: after }) =>
      dataOf(
        api.GET('/api/v1/changes', {
          params: { query: { ...search, ...(after ? { after } : {}), limit: 50 } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
  });

/** The list itself, to be had as a spreadsheet. */
export const changesList = ({ subject, madeBy, text }: AuditSearch) =>
  addressOf('/api/v1/changes', { subject, madeBy, text });
