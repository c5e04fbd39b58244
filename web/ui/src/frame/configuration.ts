import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/client';

export const configurationQuery = queryOptions({
  queryKey: ['configuration'],
  queryFn: () => dataOf(api.GET('/api/v1/configuration')),
  staleTime: Number.POSITIVE_INFINITY,
});

export const useConfiguration = () => useSuspenseQuery(configurationQuery).data;
