import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { type Answered, type Asked, allOf, api, dataOf, ifStill } from '../../api/client';

export type Threshold = Answered<'/api/v1/thresholds/province', 'get'>;
export type ThresholdEdit = Asked<'/api/v1/thresholds/province', 'put'>;

/** What holds on a day, what is coming, and every version. */
export type Thresholds = Answered<'/api/v1/thresholds', 'get'>;

/** Whose a threshold is: the nation's, the province's common one, an indicator's own, or its own in one place. */
export type Scope = Pick<Threshold, 'level' | 'indicator' | 'area'>;

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
export const choices = {
  rangeMet: ['or-better', 'inside'],
  ceilingIndex: ['two-minus', 'inverse'],
} as const satisfies { [Choice in 'rangeMet' | 'ceilingIndex']: readonly Threshold[Choice][] };
export type Choice = keyof typeof choices;

/** The list itself, to be had as a spreadsheet. */
export const thresholdsList = (asOf: string) => `/api/v1/thresholds?asOf=${asOf}`;

export const thresholdsQuery = (asOf: string) =>
  queryOptions({
    queryKey: ['thresholds', 'on', asOf],
    queryFn: () => dataOf(api.GET('/api/v1/thresholds', { params: { query: { asOf } } })),
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

/** @param seen the newest version of the scope that its author has seen; 0 makes what must not exist yet */
export function saveThreshold(
  { level, indicator, area }: Scope,
  seen: number,
  body: ThresholdEdit,
): Promise<Threshold> {
  const header = seen === 0 ? { 'If-None-Match': '*' } : ifStill(seen);
  if (level === 'nation') {
    return dataOf(api.PUT('/api/v1/thresholds/nation', { params: { header: ifStill(seen) }, body }));
  }
  if (!indicator) {
    return dataOf(api.PUT('/api/v1/thresholds/province', { params: { header }, body }));
  }
  return area
    ? dataOf(
        api.PUT('/api/v1/thresholds/indicators/{indicator}/areas/{area}', {
          params: { path: { indicator, area }, header },
          body,
        }),
      )
    : dataOf(
        api.PUT('/api/v1/thresholds/indicators/{indicator}', {
          params: { path: { indicator }, header },
          body,
        }),
      );
}

/** Asks again for what thresholds decide. */
export function useReadAnew(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['thresholds', 'on'] }),
      // Another feature's figures, known here only by the name of their queries: ratings follow thresholds.
      queries.invalidateQueries({ queryKey: ['scorecards', 'live'] }),
    ]);
}
