import { queryOptions } from '@tanstack/react-query';
import { type Answered, allOf, api, dataOf, type With } from '../../api/client';
import type { Word } from '../../i18n';

export type Plan = With<
  Answered<'/api/v1/plans/{plan}', 'get'>,
  { kind: Word<'planKind'>; status: Word<'planStatus'> }
>;

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
