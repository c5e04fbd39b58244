import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answered, type Asked, allOf, api, dataOf, taggedDataOf } from '../../api/client';
import { Problem } from '../../api/problem';

export type Threshold = Answered<'/api/v1/thresholds/province', 'get'>;
export type ThresholdEdit = Asked<'/api/v1/thresholds/province', 'put'>;

/** What is edited: the province's common threshold, one indicator's own, or its own in one place. */
export type Scope = 'province' | { code: string; area?: string | undefined };

/** The cut points in the order in which they are read: ratios as exact decimals, 1 being the whole. */
export const cuts = [
  'exceededFrom',
  'nearlyFrom',
  'onTrackFrom',
  'behindFrom',
  'tolerance',
  'likelyFrom',
  'openFrom',
] as const;
export type Cut = (typeof cuts)[number];

/** How the province reads what the words of aims leave open. */
export type Choice = 'rangeMet' | 'ceilingIndex';
export const rangesMet = ['or-better', 'inside'] as const satisfies readonly Threshold['rangeMet'][];
export const ceilingIndexes = [
  'two-minus',
  'inverse',
] as const satisfies readonly Threshold['ceilingIndex'][];

/** The list itself, to be had as a spreadsheet. */
export const thresholdsList = '/api/v1/thresholds';

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

/** The places that an indicator's threshold may be set for. */
export const thresholdPlacesQuery = queryOptions({
  queryKey: ['thresholds', 'areas'],
  queryFn: () =>
    allOf((after) => dataOf(api.GET('/api/v1/areas', { params: { query: { after, limit: 200 } } }))),
});

const indicatorPath = '/api/v1/thresholds/indicators/{indicator}';
const areaPath = '/api/v1/thresholds/indicators/{indicator}/areas/{area}';

/** One threshold with its tag; null when the indicator has none of its own yet. */
export const thresholdQuery = (scope: Scope) =>
  queryOptions({
    queryKey: ['thresholds', 'one', scope],
    queryFn: async () => {
      if (scope === 'province') return taggedDataOf(api.GET('/api/v1/thresholds/province'));
      try {
        const { code: indicator, area } = scope;
        return await (area
          ? taggedDataOf(api.GET(areaPath, { params: { path: { indicator, area } } }))
          : taggedDataOf(api.GET(indicatorPath, { params: { path: { indicator } } })));
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
      if (scope === 'province') {
        return dataOf(
          api.PUT('/api/v1/thresholds/province', { params: { header: { 'If-Match': etag ?? '' } }, body }),
        );
      }
      const { code: indicator, area } = scope;
      return area
        ? dataOf(api.PUT(areaPath, { params: { path: { indicator, area }, header }, body }))
        : dataOf(api.PUT(indicatorPath, { params: { path: { indicator }, header }, body }));
    },
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['thresholds'] }),
        // Another feature's figures, known here only by the name of their queries: ratings follow thresholds.
        queries.invalidateQueries({ queryKey: ['scorecards', 'live'] }),
      ]),
  });
}
