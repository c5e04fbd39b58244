import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Answered, type Asked, allOf, api, creating, dataOf } from '../../api/client';

export type Indicator = Answered<'/api/v1/indicators/{code}', 'get'>;
export type NewIndicator = Asked<'/api/v1/indicators', 'post'>;

export const directions = ['higher-is-better', 'lower-is-better', 'neutral'] as const;
export const cadences = ['yearly', 'quarterly', 'monthly'] as const;
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
    allOf((after) => dataOf(api.GET('/api/v1/indicators', { params: { query: { after, limit: 200 } } }))),
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
