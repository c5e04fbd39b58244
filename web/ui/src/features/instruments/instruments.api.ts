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
  type With,
} from '../../api/client';
import { type Correction, useCorrecting } from '../../frame/correcting';
import type { Word } from '../../i18n';

export type Instrument = With<
  Answered<'/api/v1/instruments', 'get'>['items'][number],
  { kind: Word<'instrumentKind'> }
>;
export type NewInstrument = Asked<'/api/v1/instruments', 'post'>;

export const instrumentKinds = ['resolution', 'decision', 'directive', 'plan', 'report', 'other'] as const;

export const instrumentsQuery = queryOptions({
  queryKey: ['instruments'],
  queryFn: () =>
    allOf((after) =>
      dataOf(api.GET('/api/v1/instruments', { params: { query: { after, limit: 200 } } })),
    ) as Promise<Instrument[]>,
});

export function useAddInstrument() {
  const queries = useQueryClient();
  const [add] = useState(() =>
    creating((body: NewInstrument, header) =>
      dataOf(api.POST('/api/v1/instruments', { params: { header }, body })),
    ),
  );
  return useMutation({
    mutationFn: add,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['instruments'] }),
  });
}

export const useCorrectInstrument = () =>
  useCorrecting(({ seen, right }: Correction<Instrument, NewInstrument>) =>
    dataOf(
      api.PUT('/api/v1/instruments/{instrument}', {
        params: { path: { instrument: seen.id }, header: ifStill(seen.version) },
        body: right,
      }),
    ),
  );

/** The list itself, to be had as a spreadsheet. */
export const instrumentsList = '/api/v1/instruments';
