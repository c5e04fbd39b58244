import { queryOptions } from '@tanstack/react-query';
import { type Answered, api, dataOf } from '../../api/client';

export type Overview = Answered<'/api/v1/overview', 'get'>;

export const overviewQuery = (asOf: string) =>
  queryOptions({
    queryKey: ['overview', asOf],
    queryFn: () => dataOf(api.GET('/api/v1/overview', { params: { query: { asOf } } })),
  });
