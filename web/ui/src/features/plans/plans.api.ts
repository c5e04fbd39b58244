import { queryOptions } from '@tanstack/react-query';
import { type Answered, allOf, api, dataOf } from '../../api/client';

export type Plan = Answered<'/api/v1/plans/{planId}', 'get'>;

export const plansQuery = queryOptions({
  queryKey: ['plans'],
  queryFn: () =>
    allOf((after) => dataOf(api.GET('/api/v1/plans', { params: { query: { after, limit: 200 } } }))),
});

export const planQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plans', planId],
    queryFn: () => dataOf(api.GET('/api/v1/plans/{planId}', { params: { path: { planId } } })),
  });
