import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answered, type Asked, api, dataOf, taggedDataOf, type With } from '../../api/client';
import type { Comparator } from '../../ui/comparator';

type Wire = Answered<'/api/v1/targets/{target}', 'get'>;

/** What was aimed at from some decision on. */
export type Revision = With<Wire['revisions'][number], { comparator: Comparator }>;
/** A target with its revisions, oldest first. */
export type Target = With<Wire, { revisions: Revision[] }>;
export type TargetAmendment = Asked<'/api/v1/targets/{target}', 'put'>;
export type Indicator = Answered<'/api/v1/indicators/{code}', 'get'>;

export interface Tagged {
  value: Target;
  etag: string;
}

/** The revision in force. A target always has one. */
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

/** Appends a revision. */
export function useAmendTarget(targetId: string, etag: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: TargetAmendment) =>
      dataOf(
        api.PUT('/api/v1/targets/{target}', {
          params: { path: { target: targetId }, header: { 'If-Match': etag } },
          body,
        }),
      ),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['targets'] }),
        queries.invalidateQueries({ queryKey: ['plans'] }),
        // Ratings follow targets; the scorecard is known here only by the name of its queries.
        queries.invalidateQueries({ queryKey: ['scorecards', 'live'] }),
      ]),
  });
}
