import { queryOptions } from '@tanstack/react-query';
import { type Answered, allOf, api, dataOf, type With } from '../../api/client';
import type { Word } from '../../i18n';

export type Statement = With<
  Answered<'/api/v1/statements', 'get'>['items'][number],
  { kind: Word<'statementKind'> }
>;

/** The statements of one plan, or of the whole province. */
export const statementsQuery = (plan?: string) =>
  queryOptions({
    queryKey: ['statements', plan ?? null],
    queryFn: () =>
      allOf((after) =>
        dataOf(api.GET('/api/v1/statements', { params: { query: { plan, after, limit: 200 } } })),
      ) as Promise<Statement[]>,
  });
