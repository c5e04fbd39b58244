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
import type { Word } from '../../i18n';
import type { Comparator } from '../../ui/comparator';
import type { Signals } from '../../ui/Outlook';
import type { Rating } from '../../ui/rating';

type Wire = Answered<'/api/v1/targets/{target}', 'get'>;

/** What was aimed at from some decision on. */
export type Revision = With<Wire['revisions'][number], { comparator: Comparator }>;
/** A target with its revisions, oldest first. */
export type Target = With<
  Wire,
  {
    revisions: Revision[];
    basis: Word<'basis'>;
    authority: Word<'authority'>;
    strictness: Word<'strictness'>;
  }
>;
export type Charge = Wire['charges'][number];
export type NewTarget = Asked<'/api/v1/plans/{plan}/targets', 'post'>;
export type NewCharge = Asked<'/api/v1/targets/{target}/charge', 'put'>;
type WireReconciliation = Answered<'/api/v1/targets/{target}/parts', 'get'>;
export type Part = With<
  WireReconciliation['parts'][number],
  { comparator: Comparator; basis: Word<'basis'> }
>;
/** A target beside its parts. */
export type Reconciliation = With<
  WireReconciliation,
  { whole: Part; parts: Part[]; outcome: Word<'reconciliation'> }
>;

export const bases = ['period', 'average-per-year', 'each-year'] as const;
export const authorities = ['party', 'council', 'government', 'committee'] as const;
export const strictnesses = ['binding', 'aspirational'] as const;
type WireProxy = Answered<'/api/v1/targets/{target}/proxy', 'get'>;
/** What hints at a target by another indicator's figures, newest first. */
export type Proxy = With<
  WireProxy,
  { figures: With<WireProxy['figures'][number], { status: Word<'observationStatus'> }>[] }
>;
export type TargetAmendment = Asked<'/api/v1/targets/{target}', 'put'>;
export type Indicator = Answered<'/api/v1/indicators/{code}', 'get'>;

export interface Tagged {
  value: Target;
  etag: string;
}

/** The newest revision, whatever day is looked at. A target always has one. */
export function currentOf(target: Target): Revision {
  const last = target.revisions.at(-1);
  if (!last) throw new RangeError(`The target ${target.id} has no revision.`);
  return last;
}

export const indicatorQuery = (code: string | undefined) =>
  queryOptions({
    queryKey: ['targets', 'indicator', code],
    queryFn: () => dataOf(api.GET('/api/v1/indicators/{code}', { params: { path: { code: code ?? '' } } })),
    enabled: code !== undefined,
  });

/** Whether the plan is still being drawn up; only a paper amends what was adopted. */
export const isDraftQuery = (planId: string) =>
  queryOptions({
    queryKey: ['targets', 'plan', planId],
    queryFn: () => dataOf(api.GET('/api/v1/plans/{plan}', { params: { path: { plan: planId } } })),
    select: ({ status }) => status === 'draft',
  });

/** A target with all its revisions, and the tag an amendment must name. */
export const targetQuery = (targetId: string) =>
  queryOptions({
    queryKey: ['targets', targetId],
    queryFn: () =>
      taggedDataOf(
        api.GET('/api/v1/targets/{target}', { params: { path: { target: targetId } } }),
      ) as Promise<Tagged>,
    staleTime: 0,
    gcTime: 0,
  });

const ratedQuery = (planId: string, asOf: string) =>
  queryOptions({
    queryKey: ['targets', 'outlook', planId, asOf],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/plans/{plan}/scorecard', { params: { path: { plan: planId }, query: { asOf } } }),
      ),
  });

/** What the figures of one target warn of on a day. */
export const outlookQuery = (planId: string, targetId: string, asOf: string) =>
  queryOptions({
    ...ratedQuery(planId, asOf),
    select: ({ targets }) => (targets.find(({ id }) => id === targetId)?.signals ?? null) as Signals | null,
  });

/** How one target is rated on a day; null for one that the plan does not rate. */
export const ratingQuery = (planId: string, targetId: string, asOf: string) =>
  queryOptions({
    ...ratedQuery(planId, asOf),
    select: ({ targets }) => (targets.find(({ id }) => id === targetId)?.rating ?? null) as Rating | null,
  });

/** The proxy of a target's indicator; asked for only where one is linked and shown. */
export const proxyQuery = (targetId: string, asOf: string, wanted: boolean) =>
  queryOptions({
    queryKey: ['targets', targetId, 'proxy', asOf],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/targets/{target}/proxy', {
          params: { path: { target: targetId }, query: { asOf } },
        }),
      ) as Promise<Proxy>,
    enabled: wanted,
    staleTime: 0,
  });

/** The plan that a new target goes into. */
export const planOfTargetQuery = (planId: string) =>
  queryOptions({
    queryKey: ['targets', 'plan', planId],
    queryFn: () => dataOf(api.GET('/api/v1/plans/{plan}', { params: { path: { plan: planId } } })),
  });

/** What can be aimed at. */
export const measuresQuery = queryOptions({
  queryKey: ['targets', 'indicators'],
  queryFn: () =>
    allOf((after) => dataOf(api.GET('/api/v1/indicators', { params: { query: { after, limit: 200 } } }))),
});

export const placesQuery = queryOptions({
  queryKey: ['targets', 'areas'],
  queryFn: () =>
    allOf((after) => dataOf(api.GET('/api/v1/areas', { params: { query: { after, limit: 200 } } }))),
});

/** Units that can own, coordinate or be assigned a part. */
export const responsibleQuery = queryOptions({
  queryKey: ['targets', 'units'],
  queryFn: () =>
    allOf((after) => dataOf(api.GET('/api/v1/units', { params: { query: { after, limit: 200 } } }))),
});

export const papersQuery = queryOptions({
  queryKey: ['targets', 'instruments'],
  queryFn: () =>
    allOf((after) => dataOf(api.GET('/api/v1/instruments', { params: { query: { after, limit: 200 } } }))),
  staleTime: 0,
});

/** A target's parts and what they make together. */
export const partsQuery = (targetId: string) =>
  queryOptions({
    queryKey: ['targets', targetId, 'parts'],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/targets/{target}/parts', { params: { path: { target: targetId } } }),
      ) as Promise<Reconciliation>,
    staleTime: 0,
  });

/** What of a plan does not go together. */
export const findingsQuery = (planId: string, asOf: string) =>
  queryOptions({
    queryKey: ['targets', 'coherence', planId, asOf],
    queryFn: async () =>
      (
        await dataOf(
          api.GET('/api/v1/plans/{plan}/coherence', { params: { path: { plan: planId }, query: { asOf } } }),
        )
      ).findings,
    staleTime: 0,
  });

/** What people do about the target now: its cases that go on, and the tasks that serve it. */
export const followedQuery = (target: string) =>
  queryOptions({
    queryKey: ['targets', 'followed', target],
    queryFn: async () => {
      const [cases, tasks] = await Promise.all([
        dataOf(api.GET('/api/v1/cases', { params: { query: { target, only: 'live' } } })),
        dataOf(api.GET('/api/v1/tasks', { params: { query: { target } } })),
      ]);
      return { cases: cases.items, tasks: tasks.items };
    },
    staleTime: 0,
  });

function useReadAnew() {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['targets'] }),
      queries.invalidateQueries({ queryKey: ['plans'] }),
      // Ratings follow targets; the scorecard is known here only by the name of its queries.
      queries.invalidateQueries({ queryKey: ['scorecards', 'live'] }),
    ]);
}

export function useSetTarget(planId: string) {
  const [set] = useState(() =>
    creating((body: NewTarget, header) =>
      dataOf(api.POST('/api/v1/plans/{plan}/targets', { params: { path: { plan: planId }, header }, body })),
    ),
  );
  return useMutation({ mutationFn: set, onSuccess: useReadAnew() });
}

/** @param newest the charge that the author saw; undefined if there was none */
export function usePutInCharge(targetId: string, newest: number | undefined) {
  return useMutation({
    mutationFn: (body: NewCharge) =>
      dataOf(
        api.PUT('/api/v1/targets/{target}/charge', {
          params: {
            path: { target: targetId },
            header: newest === undefined ? { 'If-None-Match': '*' } : ifStill(newest),
          },
          body,
        }),
      ),
    onSuccess: useReadAnew(),
  });
}

/** Takes the target back. */
export function useWithdrawTarget(targetId: string, etag: string) {
  return useMutation({
    mutationFn: (body: Asked<'/api/v1/targets/{target}/withdrawal', 'post'>) =>
      dataOf(
        api.POST('/api/v1/targets/{target}/withdrawal', {
          params: { path: { target: targetId }, header: { 'If-Match': etag } },
          body,
        }),
      ),
    onSuccess: useReadAnew(),
  });
}

/** Appends a revision. */
export function useAmendTarget(targetId: string, etag: string) {
  return useMutation({
    mutationFn: (body: TargetAmendment) =>
      dataOf(
        api.PUT('/api/v1/targets/{target}', {
          params: { path: { target: targetId }, header: { 'If-Match': etag } },
          body,
        }),
      ),
    onSuccess: useReadAnew(),
  });
}
