import { queryOptions } from '@tanstack/react-query';
import { type Answered, allOf, api, dataOf } from '../../api/client';

export type Statement = NonNullable<Answered<'/api/v1/statements', 'get'>['items']>[number];

/** The statements of one plan, or of the whole province. */
export const statementsQuery = (plan?: string) =>
  queryOptions({
    queryKey: ['statements', plan ?? null],
    queryFn: () =>
      allOf((after) =>
        dataOf(api.GET('/api/v1/statements', { params: { query: { plan, after, limit: 200 } } })),
      ),
  });
