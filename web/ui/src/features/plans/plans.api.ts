import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type Answered,
  type Asked,
  allOf,
  api,
  creating,
  dataOf,
  ifStill,
  taggedDataOf,
  type With,
} from '../../api/client';
import { type Correction, useCorrecting } from '../../frame/correcting';
import type { Word } from '../../i18n';

export type Plan = With<
  Answered<'/api/v1/plans/{plan}', 'get'>,
  { kind: Word<'planKind'>; status: Word<'planStatus'>; next: Word<'planStatus'>[] }
>;
export type PlanStep = With<
  Answered<'/api/v1/plans/{plan}/steps', 'get'>['items'][number],
  { status: Word<'planStatus'> }
>;
export type NewPlan = Asked<'/api/v1/plans', 'post'>;
export type NewStep = Asked<'/api/v1/plans/{plan}/steps', 'post'>;

export const plansQuery = queryOptions({
  queryKey: ['plans'],
  queryFn: () =>
    allOf((after) =>
      dataOf(api.GET('/api/v1/plans', { params: { query: { after, limit: 200 } } })),
    ) as Promise<Plan[]>,
});

export const planQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plans', planId],
    queryFn: () =>
      dataOf(api.GET('/api/v1/plans/{plan}', { params: { path: { plan: planId } } })) as Promise<Plan>,
  });

/** A plan with the tag that its next step must name. */
export const taggedPlanQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plans', planId, 'tagged'],
    queryFn: () =>
      taggedDataOf(api.GET('/api/v1/plans/{plan}', { params: { path: { plan: planId } } })) as Promise<{
        value: Plan;
        etag: string;
      }>,
    staleTime: 0,
  });

/** How a plan came to its status, oldest step first. */
export const stepsQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plans', planId, 'steps'],
    queryFn: async () =>
      (await dataOf(api.GET('/api/v1/plans/{plan}/steps', { params: { path: { plan: planId } } })))
        .items as PlanStep[],
  });

/** The papers that a step can be decided by. */
export const decidingQuery = queryOptions({
  queryKey: ['plans', 'instruments'],
  queryFn: () =>
    allOf((after) => dataOf(api.GET('/api/v1/instruments', { params: { query: { after, limit: 200 } } }))),
  staleTime: 0,
});

export function useDrawUpPlan() {
  const queries = useQueryClient();
  const [drawUp] = useState(() =>
    creating((body: NewPlan, header) => dataOf(api.POST('/api/v1/plans', { params: { header }, body }))),
  );
  return useMutation({
    mutationFn: drawUp,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['plans'] }),
  });
}

export const useCorrectTitle = () =>
  useCorrecting(({ seen, right }: Correction<Plan, { title: string }>) =>
    dataOf(
      api.PUT('/api/v1/plans/{plan}/title', {
        params: { path: { plan: seen.id }, header: ifStill(seen.version) },
        body: right,
      }),
    ),
  );

/** @param etag the tag of the plan that the author saw */
export function useAdvancePlan(planId: string, etag: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewStep) =>
      dataOf(
        api.POST('/api/v1/plans/{plan}/steps', {
          params: { path: { plan: planId }, header: { 'If-Match': etag } },
          body,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['plans'] }),
  });
}
