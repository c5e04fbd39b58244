import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answered, type Asked, allOf, api, dataOf, ifStill, type With } from '../../api/client';
import type { Word } from '../../i18n';

export type Reaction = Word<'reaction'>;
export const reactions = ['off', 'warn', 'block'] as const satisfies readonly Reaction[];

/** The four checks in the order in which they are read. */
export const checks = ['range', 'jump', 'fall', 'parts'] as const;
export type Check = (typeof checks)[number];

type Wire = Answered<'/api/v1/checks', 'get'>;
export type Limits = With<Wire['house'], Record<Check, Reaction>>;
export type CheckSetting = With<Wire['indicators'][number], { limits: Limits }>;
export type NewCheck = Asked<'/api/v1/checks/province', 'put'>;

/** The list itself, to be had as a spreadsheet. */
export const checksList = '/api/v1/checks';

export const checksQuery = queryOptions({
  queryKey: ['checks'],
  queryFn: () =>
    dataOf(api.GET('/api/v1/checks')) as Promise<{
      house: Limits;
      province?: CheckSetting | null;
      indicators: CheckSetting[];
    }>,
});

/** The indicators that may have checks of their own. */
export const checkedIndicatorsQuery = queryOptions({
  queryKey: ['checks', 'of-indicators'],
  queryFn: () =>
    allOf((after) => dataOf(api.GET('/api/v1/indicators', { params: { query: { after, limit: 200 } } }))),
});

/** @param version the newest that the editor saw; undefined makes the first */
export function useSaveChecks(indicator: string | undefined, version: number | undefined) {
  const queries = useQueryClient();
  const header = version === undefined ? { 'If-None-Match': '*' } : ifStill(version);
  return useMutation({
    mutationFn: (body: NewCheck) =>
      indicator === undefined
        ? dataOf(api.PUT('/api/v1/checks/province', { params: { header }, body }))
        : dataOf(
            api.PUT('/api/v1/checks/indicators/{indicator}', {
              params: { path: { indicator }, header },
              body,
            }),
          ),
    // Also when somebody was faster: what they set is then on the screen.
    onSettled: () => queries.invalidateQueries({ queryKey: ['checks'] }),
  });
}
