import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Answered, type Asked, api, creating, dataOf, taggedDataOf, type With } from '../../api/client';
import { addressOf } from '../../api/download';
import type { Word } from '../../i18n';
import type { FigureWarning } from '../../ui/FigureChecks';
import { lastDayOf } from '../../ui/period';

export type Status = Word<'submissionStatus'>;
export type Duty = With<Answered<'/api/v1/duties', 'get'>['items'][number], { status?: Status | null }>;
export type Punctuality = Answered<'/api/v1/duties/punctuality', 'get'>['items'][number];
export type NewReport = Asked<'/api/v1/submissions', 'post'>;
type Details = Answered<'/api/v1/submissions/{submission}', 'get'>;
export type Report = With<Details, { steps: With<Details['steps'][number], { status: Status }>[] }>;
type Wire = Answered<'/api/v1/submissions/{submission}/cells', 'get'>['items'][number];
export type Entry = With<NonNullable<Wire['entry']>, { status: Word<'observationStatus'> }>;
export type Cell = With<Wire, { entry?: Entry | null }>;
export type Figure = Asked<'/api/v1/submissions/{submission}/figures', 'put'>['figures'][number];
export type Decision = Asked<'/api/v1/submissions/{submission}/decisions', 'post'>;

/** A figure that is typed and not sent. */
export interface Candidate extends Pick<Cell, 'indicator' | 'area' | 'period' | 'unit'> {
  /** undefined for the whole */
  subgroup: string | undefined;
  calendar: 'civil' | 'legal';
  amount: string;
  status: Entry['status'];
}

export const figureStatuses = ['outturn', 'estimated', 'preliminary', 'official', 'revised'] as const;

/** As many cells as the API gives at once. */
export const PAGE = 200;

/** What units owe, a year back. @param unit undefined for every unit */
export const dutiesQuery = (unit: string | undefined) =>
  queryOptions({
    queryKey: ['submissions', 'duties', unit ?? null],
    queryFn: async () =>
      (await dataOf(api.GET('/api/v1/duties', { params: { query: { unit } } }))).items as Duty[],
  });

export const punctualityQuery = queryOptions({
  queryKey: ['submissions', 'punctuality'],
  queryFn: async () => (await dataOf(api.GET('/api/v1/duties/punctuality'))).items,
});

const pathOf = (submission: string) => ({ path: { submission } });

/** A report with the tag that whoever changes it must name. */
export const reportQuery = (submission: string) =>
  queryOptions({
    queryKey: ['submissions', 'one', submission],
    queryFn: () =>
      taggedDataOf(api.GET('/api/v1/submissions/{submission}', { params: pathOf(submission) })) as Promise<{
        value: Report;
        etag: string;
      }>,
  });

/** The form, the unit and the deadline of a report; the deadline is not known once the form asks the unit no more. */
export const factsQuery = ({ id, form, unit, period }: Report['submission']) =>
  queryOptions({
    queryKey: ['submissions', 'facts', id],
    queryFn: async () => {
      const day = lastDayOf(period);
      const { items } = await dataOf(
        api.GET('/api/v1/duties', { params: { query: { form, unit, from: day, to: day } } }),
      );
      const duty = items.find(({ submission }) => submission === id);
      if (duty) return duty;
      const [{ content }, { unit: owner }] = await Promise.all([
        dataOf(api.GET('/api/v1/forms/{form}', { params: { path: { form } } })),
        dataOf(api.GET('/api/v1/units/{unit}', { params: { path: { unit } } })),
      ]);
      return {
        formName: content.name,
        formNameEn: content.nameEn,
        unitName: owner.name,
        unitNameEn: owner.nameEn,
        dueOn: undefined,
        timeliness: undefined,
      };
    },
  });

/** @param page 1, 2, …; cells are numbered through in the order of the form */
export const cellsQuery = (submission: string, page: number) =>
  queryOptions({
    queryKey: ['submissions', 'cells', submission, page],
    queryFn: async () =>
      (
        await dataOf(
          api.GET('/api/v1/submissions/{submission}/cells', {
            params: { ...pathOf(submission), query: { after: String((page - 1) * PAGE), limit: PAGE } },
          }),
        )
      ).items as Cell[],
  });

/** What the checks say of the figure by itself; the report's other figures are asked once it is saved. */
export const typedQuery = (candidate: Candidate | undefined) =>
  queryOptions({
    queryKey: ['submissions', 'typed', candidate ?? null],
    queryFn: async (): Promise<FigureWarning[]> => {
      if (!candidate) return [];
      const { warnings } = await dataOf(api.GET('/api/v1/checks/preview', { params: { query: candidate } }));
      return warnings as FigureWarning[];
    },
  });

/** After any change what is shown of reports is read anew; approved figures also change other screens. */
export function useReadAnew() {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [['submissions'], ['notifications'], ['observations'], ['scorecards', 'live']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
}

export function useBeginReport() {
  const [begin] = useState(() =>
    creating((body: NewReport, header) =>
      dataOf(api.POST('/api/v1/submissions', { params: { header }, body })),
    ),
  );
  return useMutation({ mutationFn: begin, onSettled: useReadAnew() });
}

/** @param etag the tag of the report that the author saw */
export const enterFigures = (submission: string, etag: string, figures: Figure[]) =>
  taggedDataOf(
    api.PUT('/api/v1/submissions/{submission}/figures', {
      params: { ...pathOf(submission), header: { 'If-Match': etag } },
      body: { figures },
    }),
  );

/** @param etag the tag of the report that the author saw */
export const submitReport = (submission: string, etag: string, comment: string) =>
  dataOf(
    api.POST('/api/v1/submissions/{submission}/handover', {
      params: { ...pathOf(submission), header: { 'If-Match': etag } },
      body: comment ? { comment } : {},
    }),
  );

/** @param etag the tag of the report that the approver saw */
export function useDecide(submission: string, etag: string) {
  return useMutation({
    mutationFn: (body: Decision) =>
      dataOf(
        api.POST('/api/v1/submissions/{submission}/decisions', {
          params: { ...pathOf(submission), header: { 'If-Match': etag } },
          body,
        }),
      ),
    onSettled: useReadAnew(),
  });
}

/** The list itself, to be had as a spreadsheet. */
export const dutiesList = (unit: string | undefined) => addressOf('/api/v1/duties', { unit });

/** The list itself, to be had as a spreadsheet. */
export const punctualityList = '/api/v1/duties/punctuality';
