import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answered, type Asked, allOf, api, dataOf, taggedDataOf } from '../../api/client';
import { Problem } from '../../api/problem';

export type Threshold = Answered<'/api/v1/thresholds/province', 'get'>;
export type ThresholdEdit = Asked<'/api/v1/thresholds/province', 'put'>;

/** What is edited: the province's common threshold, or one indicator's own. */
export type Scope = 'province' | { code: string };

/** The cut points in the order in which they are read: ratios as exact decimals, 1 being the whole. */
export const cuts = ['exceededFrom', 'nearlyFrom', 'onTrackFrom', 'behindFrom', 'tolerance'] as const;
export type Cut = (typeof cuts)[number];

export const thresholdsQuery = queryOptions({
  queryKey: ['thresholds'],
  queryFn: () => dataOf(api.GET('/api/v1/thresholds')),
});

/** The indicators an own threshold may be set for. */
export const indicatorNamesQuery = queryOptions({
  queryKey: ['thresholds', 'indicators'],
  queryFn: () =>
    allOf((after) => dataOf(api.GET('/api/v1/indicators', { params: { query: { after, limit: 200 } } }))),
});

const pathOf = (indicator: string) => ({ params: { path: { indicator } } });

/** One threshold with its tag; null when the indicator has none of its own yet. */
export const thresholdQuery = (scope: Scope) =>
  queryOptions({
    queryKey: ['thresholds', 'one', scope],
    queryFn: async () => {
      if (scope === 'province') return taggedDataOf(api.GET('/api/v1/thresholds/province'));
      try {
        return await taggedDataOf(api.GET('/api/v1/thresholds/indicators/{indicator}', pathOf(scope.code)));
      } catch (refusal) {
        if (refusal instanceof Problem && refusal.status === 404) return null;
        throw refusal;
      }
    },
    staleTime: 0,
    gcTime: 0,
  });

/** @param etag the tag of what the editor saw; undefined creates what must not exist yet */
export function useSaveThreshold(scope: Scope, etag: string | undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ThresholdEdit) => {
      const header = etag === undefined ? { 'If-None-Match': '*' } : { 'If-Match': etag };
      return scope === 'province'
        ? dataOf(
            api.PUT('/api/v1/thresholds/province', { params: { header: { 'If-Match': etag ?? '' } }, body }),
          )
        : dataOf(
            api.PUT('/api/v1/thresholds/indicators/{indicator}', {
              params: { path: { indicator: scope.code }, header },
              body,
            }),
          );
    },
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['thresholds'] }),
        // Another feature's figures, known here only by the name of their queries: ratings follow thresholds.
        queries.invalidateQueries({ queryKey: ['scorecards', 'live'] }),
      ]),
  });
}
