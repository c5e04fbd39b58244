import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answered, type Asked, api, dataOf, taggedDataOf } from '../../api/client';

export type Target = Answered<'/api/v1/targets/{targetId}', 'get'>;
export type TargetAmendment = Asked<'/api/v1/targets/{targetId}', 'put'>;

/** A target with all its revisions, and the tag an amendment must name. */
export const targetQuery = (targetId: string) =>
  queryOptions({
    queryKey: ['targets', targetId],
    queryFn: () => taggedDataOf(api.GET('/api/v1/targets/{targetId}', { params: { path: { targetId } } })),
    staleTime: 0,
    gcTime: 0,
  });

/** Appends a revision. */
export function useAmendTarget(targetId: string, etag: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: TargetAmendment) =>
      dataOf(
        api.PUT('/api/v1/targets/{targetId}', {
          params: { path: { targetId }, header: { 'If-Match': etag } },
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
