import { queryOptions } from '@tanstack/react-query';
import { type Answered, allOf, api, dataOf, ifStill, type With } from '../../api/client';
import { type Correction, useCorrecting } from '../../frame/correcting';
import type { Word } from '../../i18n';
import { type Fields, wholeOf } from './correction';

export type Statement = With<
  Answered<'/api/v1/statements', 'get'>['items'][number],
  { kind: Word<'statementKind'> }
>;

/** In the order in which they are shown. */
export const statementKinds = [
  'target',
  'actual',
  'count',
  'milestone',
  'task',
  'condition',
  'vision',
  'fact',
  'indicator',
] as const satisfies readonly Statement['kind'][];

/** The statements of one plan, or of the whole province. */
export const statementsQuery = (plan?: string) =>
  queryOptions({
    queryKey: ['statements', plan ?? null],
    queryFn: () =>
      allOf((after) =>
        dataOf(api.GET('/api/v1/statements', { params: { query: { plan, after, limit: 200 } } })),
      ) as Promise<Statement[]>,
  });

/** The plans that a statement can belong to. */
export const plansQuery = queryOptions({
  queryKey: ['statements', 'plans'],
  queryFn: () =>
    allOf((after) => dataOf(api.GET('/api/v1/plans', { params: { query: { after, limit: 200 } } }))),
});

/** The targets of a plan that a statement can speak of, as they are today. */
export const targetsQuery = (plan: string | undefined) =>
  queryOptions({
    queryKey: ['statements', 'targets', plan ?? null],
    queryFn: async () =>
      (await dataOf(api.GET('/api/v1/plans/{plan}/scorecard', { params: { path: { plan: plan ?? '' } } })))
        .targets,
    enabled: plan !== undefined,
  });

export const useCorrectStatement = () =>
  useCorrecting(({ seen, right }: Correction<Statement, Fields>) =>
    dataOf(
      api.PUT('/api/v1/statements/{statement}', {
        params: { path: { statement: seen.code }, header: ifStill(seen.version) },
        body: wholeOf(seen, right),
      }),
    ),
  );
