import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answered, type Asked, api, dataOf, type With } from '../../api/client';
import { download } from '../../api/download';
import type { Word } from '../../i18n';

export type Import = With<Answered<'/api/v1/imports/{import}', 'get'>, { status: Word<'importStatus'> }>;
export type Row = Answered<'/api/v1/imports/{import}/rows', 'get'>['items'][number];
type Confirmation = Asked<'/api/v1/imports/{import}/confirmation', 'post'>;

/** How often the progress of a file that is being read is asked for, in milliseconds. */
const PROGRESS_EVERY = 700;

const ofReport = (submission: string) => ({ path: { submission } });
const ofImport = (id: string) => ({ path: { import: id } });

/** The report that a sheet is of, for its words and whether it takes figures. */
export const reportQuery = (submission: string) =>
  queryOptions({
    queryKey: ['submissions', 'bare', submission],
    queryFn: async () =>
      (await dataOf(api.GET('/api/v1/submissions/{submission}', { params: ofReport(submission) })))
        .submission,
  });

/** What was brought for a report, the newest first. */
export const importsQuery = (submission: string) =>
  queryOptions({
    queryKey: ['imports', 'of', submission],
    queryFn: async () =>
      (
        await dataOf(
          api.GET('/api/v1/submissions/{submission}/imports', {
            params: { ...ofReport(submission), query: { limit: 20 } },
          }),
        )
      ).items as Import[],
    staleTime: 0,
  });

/** Asks again while it is being read. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', 'one', id],
    queryFn: async () =>
      (await dataOf(api.GET('/api/v1/imports/{import}', { params: ofImport(id) }))) as Import,
    refetchInterval: ({ state }) => (state.data?.status === 'reading' ? PROGRESS_EVERY : false),
    staleTime: 0,
  });

/** Rows of one kind, page by page, in the order of the file. */
export const rowsQuery = (id: string, only: 'doubtful' | 'faulty' | 'warned') =>
  infiniteQueryOptions({
    queryKey: ['imports', 'rows', id, only],
    queryFn: ({ pageParam: after }) =>
      dataOf(
        api.GET('/api/v1/imports/{import}/rows', {
          params: { ...ofImport(id), query: { only, ...(after ? { after } : {}), limit: 100 } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const downloadSheet = (submission: string, language: 'vi' | 'en') =>
  download(`/api/v1/submissions/${submission}/sheet?language=${language}`);

export const downloadRejected = (id: string) => download(`/api/v1/imports/${id}/rejected`);

export function useUpload(submission: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file, file.name);
      // The form is sent as it is; the description calls its part a text.
      return dataOf(
        api.POST('/api/v1/submissions/{submission}/sheets', {
          params: ofReport(submission),
          body: { file: '' },
          bodySerializer: () => form,
        }),
      );
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['imports', 'of', submission] }),
  });
}

/** After it the report has new figures. */
export function useConfirm(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Confirmation) =>
      dataOf(api.POST('/api/v1/imports/{import}/confirmation', { params: ofImport(id), body })),
    onSettled: () =>
      Promise.all([['imports'], ['submissions']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
