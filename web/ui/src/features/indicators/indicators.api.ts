import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Answered, type Asked, allOf, api, creating, dataOf, type With } from '../../api/client';
import type { Word } from '../../i18n';

export type Indicator = With<
  Answered<'/api/v1/indicators/{code}', 'get'>,
  { kind: Word<'kind'>; direction: Word<'direction'> }
>;
export type NewIndicator = Asked<'/api/v1/indicators', 'post'>;

export const directions = ['higher-is-better', 'lower-is-better', 'neutral'] as const;
export const cadences = ['year', 'quarter', 'month'] as const;
export const kinds = [
  'level',
  'flow',
  'rate',
  'share',
  'reduction',
  'index',
  'count',
  'rank',
  'condition',
] as const;

export const indicatorsQuery = queryOptions({
  queryKey: ['indicators'],
  queryFn: () =>
    allOf((after) =>
      dataOf(api.GET('/api/v1/indicators', { params: { query: { after, limit: 200 } } })),
    ) as Promise<Indicator[]>,
});

export function useAddIndicator() {
  const queries = useQueryClient();
  const [add] = useState(() =>
    creating((body: NewIndicator, header) =>
      dataOf(api.POST('/api/v1/indicators', { params: { header }, body })),
    ),
  );
  return useMutation({
    mutationFn: add,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['indicators'] }),
  });
}
