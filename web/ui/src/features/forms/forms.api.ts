import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type Answered,
  type Asked,
  allOf,
  api,
  creating,
  dataOf,
  ifStill,
  taggedDataOf,
} from '../../api/client';
import { periodContaining, periodsOfYear } from '../../ui/period';

export type ReportingForm = Answered<'/api/v1/forms', 'get'>['items'][number];
export type NewForm = Asked<'/api/v1/forms', 'post'>;
export type FormChange = Asked<'/api/v1/forms/{form}', 'put'>;
export type NewDeadline = Asked<'/api/v1/forms/{form}/deadlines/{period}', 'put'>;

export const frequencies = ['month', 'quarter', 'half-year', 'year'] as const;
export const calendars = ['civil', 'legal'] as const;
export const places = ['own', 'inside'] as const;
export const spans = ['period', 'to-date'] as const;

export const formsQuery = queryOptions({
  queryKey: ['forms'],
  queryFn: async () => (await dataOf(api.GET('/api/v1/forms'))).items,
});

/** One form with the tag that a change of it must send back. */
export const formQuery = (form: string) =>
  queryOptions({
    queryKey: ['forms', 'one', form],
    queryFn: () => taggedDataOf(api.GET('/api/v1/forms/{form}', { params: { path: { form } } })),
  });

/** What a form can ask for; what is calculated is not reported. */
export const askableQuery = queryOptions({
  queryKey: ['forms', 'indicators'],
  queryFn: () =>
    allOf((after) => dataOf(api.GET('/api/v1/indicators', { params: { query: { after, limit: 200 } } }))),
});

/** Whom a form can ask. */
export const askedQuery = queryOptions({
  queryKey: ['forms', 'units'],
  queryFn: () =>
    allOf((after) => dataOf(api.GET('/api/v1/units', { params: { query: { after, limit: 200 } } }))),
});

/** The periods of last year, this one and the next, the newest first. @param day today, as an ISO day */
export const periodsAround = (frequency: ReportingForm['frequency'], day: string): string[] => {
  const year = Number(periodContaining('year', day));
  return [year - 1, year, year + 1].flatMap((one) => periodsOfYear(frequency, one)).reverse();
};

function useReadAnew() {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['forms'] }),
      // Who owes what; known here only by the name of its queries.
      queries.invalidateQueries({ queryKey: ['submissions'] }),
    ]);
}

export function useAddForm() {
  const [add] = useState(() =>
    creating((body: NewForm, header) => dataOf(api.POST('/api/v1/forms', { params: { header }, body }))),
  );
  return useMutation({ mutationFn: add, onSuccess: useReadAnew() });
}

/** @param etag the tag of what the editor saw */
export function useChangeForm(form: string, etag: string) {
  return useMutation({
    mutationFn: (body: FormChange) =>
      dataOf(
        api.PUT('/api/v1/forms/{form}', { params: { path: { form }, header: { 'If-Match': etag } }, body }),
      ),
    onSuccess: useReadAnew(),
  });
}

/** Of a form as the editor saw it: whoever moved a deadline meanwhile is not overwritten. */
export function useMoveDeadline({ id: form, deadlines }: ReportingForm) {
  return useMutation({
    mutationFn: ({ period, ...body }: NewDeadline & { period: string }) => {
      const seen = deadlines.find((one) => one.period === period);
      const header = seen ? ifStill(seen.version) : { 'If-None-Match': '*' };
      return dataOf(
        api.PUT('/api/v1/forms/{form}/deadlines/{period}', {
          params: { path: { form, period }, header },
          body,
        }),
      );
    },
    onSuccess: useReadAnew(),
  });
}
