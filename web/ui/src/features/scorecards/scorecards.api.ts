import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Answered, allOf, api, creating, dataOf, type With } from '../../api/client';
import type { Word } from '../../i18n';
import type { Comparator } from '../../ui/comparator';
import type { Signals } from '../../ui/Outlook';
import type { Rating } from '../../ui/rating';
import type { PlanRollUps } from './rollups.api';

type Wire = Answered<'/api/v1/plans/{plan}/scorecard', 'get'>;
type WireTarget = Wire['targets'][number];
type WireActual = NonNullable<WireTarget['actual']>;

/** One target as the rules saw and rated it; amounts and ratios are exact decimals as text. */
export type ScoredTarget = With<
  WireTarget,
  {
    comparator: Comparator;
    authority: Word<'authority'>;
    strictness: Word<'strictness'>;
    basis?: Word<'basis'> | null;
    expectedBasis?: Word<'origin'> | null;
    actual?: With<WireActual, { status: Word<'observationStatus'> }> | null;
    rating: Rating;
    flags: { code: string; severity: Word<'severity'> }[];
    signals?: Signals | null;
  }
>;
export type Scorecard = With<
  Wire,
  {
    counts: Record<string, number>;
    targets: ScoredTarget[];
    rollUps: PlanRollUps;
  }
>;

export type Scoring = With<
  Answered<'/api/v1/plans/{plan}/scoring', 'get'>,
  {
    status: 'never' | 'queued' | 'running' | 'done' | 'failed';
    cause?: Word<'scoringCause'> | null;
  }
>;

export type Aims = 'current' | 'original';

/** @param aims rated by what holds now, or by what was set first */
export const scorecardQuery = (planId: string, asOf: string, aims: Aims = 'current') =>
  queryOptions({
    queryKey: ['scorecards', 'live', planId, asOf, aims],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/plans/{plan}/scorecard', {
          params: { path: { plan: planId }, query: { asOf, aims } },
        }),
      ) as Promise<Scorecard>,
  });

/** How the automatic scoring of a plan stands. */
export const scoringQuery = (planId: string) =>
  queryOptions({
    queryKey: ['scorecards', 'scoring', planId],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/plans/{plan}/scoring', { params: { path: { plan: planId } } }),
      ) as Promise<Scoring>,
  });

export type Run = With<
  Answered<'/api/v1/plans/{plan}/scorecards', 'get'>['items'][number],
  { cause?: Word<'scoringCause'> | null }
>;

export const runsQuery = (planId: string) =>
  queryOptions({
    queryKey: ['scorecards', 'stored', planId],
    queryFn: () =>
      allOf((after) =>
        dataOf(
          api.GET('/api/v1/plans/{plan}/scorecards', {
            params: { path: { plan: planId }, query: { after, limit: 200 } },
          }),
        ),
      ) as Promise<Run[]>,
  });

export const runQuery = (scorecardId: string) =>
  queryOptions({
    queryKey: ['scorecards', 'run', scorecardId],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/scorecards/{scorecard}', { params: { path: { scorecard: scorecardId } } }),
      ) as Promise<Scorecard>,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Stores today's scorecard as it is, for good. */
export function useStoreRun(planId: string) {
  const queries = useQueryClient();
  const [store] = useState(() =>
    creating((body: { asOf: string; aims: Aims }, header) =>
      dataOf(
        api.POST('/api/v1/plans/{plan}/scorecards', { params: { path: { plan: planId }, header }, body }),
      ),
    ),
  );
  return useMutation({
    mutationFn: store,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['scorecards', 'stored', planId] }),
  });
}

/** The list itself, to be had as a spreadsheet. */
export const scorecardList = (plan: string, asOf: string, aims: string) =>
  `/api/v1/plans/${plan}/scorecard?${new URLSearchParams({ asOf, aims })}`;
