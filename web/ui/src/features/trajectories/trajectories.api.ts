import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answered, type Asked, allOf, api, dataOf, ifStill, type With } from '../../api/client';
import type { Word } from '../../i18n';

type Wire = Answered<'/api/v1/targets/{target}/trajectory', 'get'>;
export type Checkpoint = With<Wire['checkpoints'][number], { scenario: Word<'scenario'> }>;
type Point = With<Wire['assumed'][number], { origin: Word<'origin'> }>;
type Figure = With<Wire['figures'][number], { status: Word<'observationStatus'> }>;
export type Each = With<Wire['pace']['each'][number], { step: Word<'step'> }>;
export type Pace = With<Wire['pace'], { answer: Word<'pace'>; each: Each[] }>;
/** A target's way through its period as of a day. */
export type Trajectory = With<
  Wire,
  { checkpoints: Checkpoint[]; assumed: Point[]; figures: Figure[]; pace: Pace }
>;
export type NewTrajectory = Asked<'/api/v1/targets/{target}/trajectory', 'put'>;

export const scenarios = ['low', 'base', 'high'] as const;

export const trajectoryQuery = (targetId: string, asOf?: string) =>
  queryOptions({
    queryKey: ['trajectories', targetId, asOf ?? null],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/targets/{target}/trajectory', {
          params: { path: { target: targetId }, query: { asOf } },
        }),
      ) as Promise<Trajectory>,
    staleTime: 0,
  });

/** Whose checkpoints a trajectory may carry beside the target's own. */
export const measuredQuery = queryOptions({
  queryKey: ['trajectories', 'indicators'],
  queryFn: () =>
    allOf((after) => dataOf(api.GET('/api/v1/indicators', { params: { query: { after, limit: 200 } } }))),
});

export const placesQuery = queryOptions({
  queryKey: ['trajectories', 'areas'],
  queryFn: () =>
    allOf((after) => dataOf(api.GET('/api/v1/areas', { params: { query: { after, limit: 200 } } }))),
});

/** Whether the plan of a target still takes changes. */
export const planOfTrajectoryQuery = (planId: string) =>
  queryOptions({
    queryKey: ['trajectories', 'plan', planId],
    queryFn: () => dataOf(api.GET('/api/v1/plans/{plan}', { params: { path: { plan: planId } } })),
  });

/** @param newest the version that the author saw; 0 if there was none */
export function useSetTrajectory(targetId: string, newest: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewTrajectory) =>
      dataOf(
        api.PUT('/api/v1/targets/{target}/trajectory', {
          params: {
            path: { target: targetId },
            header: newest === 0 ? { 'If-None-Match': '*' } : ifStill(newest),
          },
          body,
        }),
      ),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['trajectories', targetId] }),
        queries.invalidateQueries({ queryKey: ['coherence'] }),
        queries.invalidateQueries({ queryKey: ['targets', 'coherence'] }),
        // Ratings follow trajectories; the scorecard is known here only by the name of its queries.
        queries.invalidateQueries({ queryKey: ['scorecards', 'live'] }),
      ]),
  });
}
