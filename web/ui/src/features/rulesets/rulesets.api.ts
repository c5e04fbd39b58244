import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answered, type Asked, allOf, api, dataOf, taggedDataOf } from '../../api/client';
import { Problem } from '../../api/problem';
import type { Impact } from '../../frame/ImpactTable';

export type RuleChoice = Answered<'/api/v1/rule-choices', 'get'>['items'][number];
export type NewRuleChoice = Asked<'/api/v1/rule-choices/province', 'put'>;

/** Whom rules are chosen for: all plans of the province without their own, or one plan. */
export type Scope = 'province' | { plan: string };

/** The list of choices, to be had as a spreadsheet. */
export const choicesList = '/api/v1/rule-choices';

export const choicesQuery = queryOptions({
  queryKey: ['rule-sets', 'choices'],
  queryFn: () => dataOf(api.GET('/api/v1/rule-choices')),
});

/** What upcoming releases that the province follows would change in its plans; found some moments after one is made. */
export const impactsQuery = queryOptions({
  queryKey: ['rule-sets', 'impacts'],
  queryFn: async () => (await dataOf(api.GET('/api/v1/rule-impacts'))).items as Impact[],
  staleTime: 0,
});

/** The plans that may have rules of their own. */
export const ruledPlansQuery = queryOptions({
  queryKey: ['rule-sets', 'plans'],
  queryFn: () =>
    allOf((after) => dataOf(api.GET('/api/v1/plans', { params: { query: { after, limit: 200 } } }))),
});

const planPath = '/api/v1/rule-choices/plans/{plan}';

/** The newest choice with its tag; null while there is none. */
export const choiceQuery = (scope: Scope) =>
  queryOptions({
    queryKey: ['rule-sets', 'choice', scope],
    queryFn: async () => {
      try {
        return await (scope === 'province'
          ? taggedDataOf(api.GET('/api/v1/rule-choices/province'))
          : taggedDataOf(api.GET(planPath, { params: { path: scope } })));
      } catch (refusal) {
        if (refusal instanceof Problem && refusal.status === 404) return null;
        throw refusal;
      }
    },
    staleTime: 0,
    gcTime: 0,
  });

/** @param etag the tag of the choice that was seen; undefined makes the first */
export function useChooseRules(scope: Scope, etag: string | undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewRuleChoice) => {
      const header = etag === undefined ? { 'If-None-Match': '*' } : { 'If-Match': etag };
      return scope === 'province'
        ? dataOf(api.PUT('/api/v1/rule-choices/province', { params: { header }, body }))
        : dataOf(api.PUT(planPath, { params: { path: scope, header }, body }));
    },
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['rule-sets'] }),
        // Another feature's figures, known here only by the name of their queries: ratings follow rules.
        queries.invalidateQueries({ queryKey: ['scorecards', 'live'] }),
      ]),
  });
}
