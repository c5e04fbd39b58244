import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Answered, allOf, api, creating, dataOf } from '../../api/client';

export type Scorecard = Answered<'/api/v1/plans/{planId}/scorecard', 'get'>;
export type ScoredTarget = Scorecard['targets'][number];

export const scorecardQuery = (planId: string, asOf: string) =>
  queryOptions({
    queryKey: ['scorecards', 'live', planId, asOf],
    queryFn: () =>
      dataOf(api.GET('/api/v1/plans/{planId}/scorecard', { params: { path: { planId }, query: { asOf } } })),
  });

export const runsQuery = (planId: string) =>
  queryOptions({
    queryKey: ['scorecards', 'stored', planId],
    queryFn: () =>
      allOf((after) =>
        dataOf(
          api.GET('/api/v1/plans/{planId}/scorecards', {
            params: { path: { planId }, query: { after, limit: 200 } },
          }),
        ),
      ),
  });

export const runQuery = (scorecardId: string) =>
  queryOptions({
    queryKey: ['scorecards', 'run', scorecardId],
    queryFn: () => dataOf(api.GET('/api/v1/scorecards/{scorecardId}', { params: { path: { scorecardId } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Stores today's scorecard as it is, for good. */
export function useStoreRun(planId: string) {
  const queries = useQueryClient();
  const [store] = useState(() =>
    creating((body: { asOf: string }, header) =>
      dataOf(api.POST('/api/v1/plans/{planId}/scorecards', { params: { path: { planId }, header }, body })),
    ),
  );
  return useMutation({
    mutationFn: store,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['scorecards', 'stored', planId] }),
  });
}
