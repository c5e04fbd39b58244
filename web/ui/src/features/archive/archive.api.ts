import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answered, api, dataOf } from '../../api/client';
import { download } from '../../api/download';

export type Taken = Answered<'/api/v1/archive/imports', 'post'>;

/** Fetches everything the province has and hands it to the browser to save. */
export const exportProvince = () => download('/api/v1/archive/exports', { method: 'POST' });

export function useImportProvince() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (file: File) =>
      dataOf(
        api.POST('/api/v1/archive/imports', {
          // The file is sent as it is; the description calls it a text.
          body: '',
          bodySerializer: () => file,
          headers: { 'Content-Type': 'application/zip' },
        }),
      ),
    // Nothing that was seen before is true any more.
    onSuccess: () => queries.invalidateQueries(),
  });
}
