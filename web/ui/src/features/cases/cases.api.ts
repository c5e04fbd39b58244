import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answered, type Asked, allOf, api, dataOf, taggedDataOf, type With } from '../../api/client';
import { addressOf } from '../../api/download';
import type { Word } from '../../i18n';
import type { CasesSearch } from './cases.route';

export type Act = Word<'caseAct'>;
export type Case = With<Answered<'/api/v1/cases', 'get'>['items'][number], { next: Act[] }>;
type Details = Answered<'/api/v1/cases/{case}', 'get'>;
/** A case with its steps, oldest first, and what the run that opened it says. */
export type Followed = With<Details, { about: Case; rating?: Word<'rating'> | null }>;
export type Step = Details['steps'][number];
export type Decision = Asked<'/api/v1/cases/{case}/decisions', 'post'>;
export type Explanation = Asked<'/api/v1/cases/{case}/explanations', 'post'>;

/** @param unit the reader's own, if only its cases are wanted */
const asked = ({ only, severity }: CasesSearch, unit: string | undefined) => ({
  only: only === 'all' ? undefined : (only ?? 'live'),
  severity,
  unit,
});

/** As {@link asked}. */
export const casesQuery = (search: CasesSearch, unit: string | undefined) =>
  queryOptions({
    queryKey: ['cases', 'list', asked(search, unit)],
    queryFn: () =>
      allOf((after) =>
        dataOf(
          api.GET('/api/v1/cases', { params: { query: { ...asked(search, unit), after, limit: 200 } } }),
        ),
      ) as Promise<Case[]>,
  });

const pathOf = (id: string) => ({ path: { case: id } });

/** A case with the tag that whoever changes it must name. */
export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', 'one', id],
    queryFn: () =>
      taggedDataOf(api.GET('/api/v1/cases/{case}', { params: pathOf(id) })) as Promise<{
        value: Followed;
        etag: string;
      }>,
  });

/** Units that can be asked to explain. */
export const askableQuery = queryOptions({
  queryKey: ['cases', 'units'],
  queryFn: () =>
    allOf((after) => dataOf(api.GET('/api/v1/units', { params: { query: { after, limit: 200 } } }))),
});

function useReadAnew() {
  const queries = useQueryClient();
  return () =>
    Promise.all([['cases'], ['notifications']].map((queryKey) => queries.invalidateQueries({ queryKey })));
}

/** @param etag the tag of the case that the approver saw */
export function useDecideCase(id: string, etag: string) {
  return useMutation({
    mutationFn: (body: Decision) =>
      dataOf(
        api.POST('/api/v1/cases/{case}/decisions', {
          params: { ...pathOf(id), header: { 'If-Match': etag } },
          body,
        }),
      ),
    onSettled: useReadAnew(),
  });
}

/** @param etag the tag of the case that the author saw */
export function useExplainCase(id: string, etag: string) {
  return useMutation({
    mutationFn: (body: Explanation) =>
      dataOf(
        api.POST('/api/v1/cases/{case}/explanations', {
          params: { ...pathOf(id), header: { 'If-Match': etag } },
          body,
        }),
      ),
    onSettled: useReadAnew(),
  });
}

/** The list itself, to be had as a spreadsheet. */
export const casesList = (search: CasesSearch, unit: string | undefined) =>
  addressOf('/api/v1/cases', asked(search, unit));
