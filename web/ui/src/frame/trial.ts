import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Answered, allOf, api, dataOf, type With } from '../api/client';
import type { Rating } from '../ui/rating';

type Wire = Answered<'/api/v1/rule-workshop/trial', 'post'>;
type WireFlip = Wire['flips'][number];
type Side = With<WireFlip['before'], { rating: Rating }>;

/** A target that would be rated, flagged or valued otherwise. */
export type Flip = With<WireFlip, { before: Side; after: Side }>;
export type Trial = With<
  Wire,
  { before: Record<string, number>; after: Record<string, number>; flips: Flip[] }
>;

/** The plans that rules may be tried on. */
export const triedPlansQuery = queryOptions({
  queryKey: ['trial', 'plans'],
  queryFn: () =>
    allOf((after) => dataOf(api.GET('/api/v1/plans', { params: { query: { after, limit: 200 } } }))),
});

/** What a model would change in a plan as of a day. The former answer stays until the next one is there. */
export const trialQuery = (model: string, plan: string, asOf: string) =>
  queryOptions({
    queryKey: ['trial', plan, asOf, model],
    queryFn: ({ signal }) =>
      dataOf(
        api.POST('/api/v1/rule-workshop/trial', { body: { model, plan, asOf }, signal }),
      ) as Promise<Trial>,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });

/** The text of a rule set that is offered, or that the province scored by. */
export const ruleModelQuery = (sha256: string) =>
  queryOptions({
    queryKey: ['rule-sets', 'model', sha256],
    queryFn: () => dataOf(api.GET('/api/v1/rule-sets/{sha256}/model', { params: { path: { sha256 } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
