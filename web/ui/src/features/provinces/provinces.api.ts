import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Answered, type Asked, allOf, api, creating, dataOf, type With } from '../../api/client';
import type { Word } from '../../i18n';

export type Province = With<
  Answered<'/api/v1/provinces', 'get'>['items'][number],
  { step: Word<'openingStep'> }
>;
export type NewProvince = Asked<'/api/v1/provinces', 'post'>;
export type OpenedProvince = Answered<'/api/v1/provinces', 'post'>;

export const provincesQuery = queryOptions({
  queryKey: ['provinces'],
  queryFn: () =>
    allOf((after) =>
      dataOf(api.GET('/api/v1/provinces', { params: { query: { after, limit: 200 } } })),
    ) as Promise<Province[]>,
});

/** Opens a province, or continues an opening that stopped; repeating it is harmless. */
export function useOpenProvince() {
  const queries = useQueryClient();
  const [open] = useState(() =>
    creating((body: NewProvince, header) =>
      dataOf(api.POST('/api/v1/provinces', { params: { header }, body })),
    ),
  );
  return useMutation({
    mutationFn: open,
    // A failed opening leaves a province that can be continued: show it too.
    onSettled: () => queries.invalidateQueries({ queryKey: ['provinces'] }),
  });
}
