import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answered, api, dataOf } from '../api/client';
import { download } from '../api/download';

/** What files are attached to. */
export type About = { observation: string } | { instrument: string } | { case: string };
export type Evidence = Answered<'/api/v1/observations/{observation}/evidence', 'get'>['items'][number];

const keyOf = (about: About) => ['evidence', about] as const;

function listed(about: About) {
  if ('observation' in about) {
    return api.GET('/api/v1/observations/{observation}/evidence', { params: { path: about } });
  }
  return 'case' in about
    ? api.GET('/api/v1/cases/{case}/evidence', { params: { path: about } })
    : api.GET('/api/v1/instruments/{instrument}/evidence', { params: { path: about } });
}

export const evidenceQuery = (about: About) =>
  queryOptions({
    queryKey: keyOf(about),
    queryFn: async () => {
      const { items } = await dataOf(listed(about));
      return items;
    },
  });

export function useAttach(about: About) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file, file.name);
      // The form is sent as it is; the description calls its part a text.
      const sent = { body: { file: '' }, bodySerializer: () => form };
      if ('observation' in about) {
        return dataOf(
          api.POST('/api/v1/observations/{observation}/evidence', { params: { path: about }, ...sent }),
        );
      }
      return 'case' in about
        ? dataOf(api.POST('/api/v1/cases/{case}/evidence', { params: { path: about }, ...sent }))
        : dataOf(api.POST('/api/v1/instruments/{instrument}/evidence', { params: { path: about }, ...sent }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(about) }),
  });
}

export const downloadEvidence = ({ id, name }: Evidence) => download(`/api/v1/evidence/${id}`, { name });
