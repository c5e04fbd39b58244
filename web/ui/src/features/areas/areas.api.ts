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

export type Area = With<Answered<'/api/v1/areas', 'get'>['items'][number], { level: Word<'areaLevel'> }>;
export type AreaHistory = Answered<'/api/v1/areas/{area}', 'get'>;
export type Succession = AreaHistory['origins'][number];
export type NewArea = Asked<'/api/v1/areas', 'post'>;
/** What of an area can be corrected. */
export type AreaSpelling = Pick<AreaHistory['area'], 'name' | 'code'> & { source: string };
export type NewSuccession = Asked<'/api/v1/areas/successions', 'post'>;
export type NewProvinceSuccession = Asked<'/api/v1/areas/province/successions', 'post'>;

/** What can be added; the province is there from the beginning. */
export const levels = ['district', 'commune', 'ward', 'special-zone'] as const;
export const successionKinds = ['merged', 'split', 'renamed', 'abolished'] as const;

/** @param on an ISO day, or undefined for all that ever were */
export const areasQuery = (on: string | undefined) =>
  queryOptions({
    queryKey: ['areas', 'list', on ?? null],
    queryFn: () =>
      allOf((after) =>
        dataOf(api.GET('/api/v1/areas', { params: { query: { on, after, limit: 200 } } })),
      ) as Promise<Area[]>,
  });

export const areaQuery = (area: string) =>
  queryOptions({
    queryKey: ['areas', 'one', area],
    queryFn: () => dataOf(api.GET('/api/v1/areas/{area}', { params: { path: { area } } })),
  });

function useReadAnew() {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['areas'] }),
      // Units and their assignments name areas; known here only by the name of its queries.
      queries.invalidateQueries({ queryKey: ['units', 'areas'] }),
    ]);
}

export function useAddArea() {
  const [add] = useState(() =>
    creating((body: NewArea, header) => dataOf(api.POST('/api/v1/areas', { params: { header }, body }))),
  );
  return useMutation({ mutationFn: add, onSuccess: useReadAnew() });
}

export const useCorrectArea = () =>
  useCorrecting(({ seen, right }: Correction<AreaHistory['area'], AreaSpelling>) =>
    dataOf(
      api.PUT('/api/v1/areas/{area}', {
        params: { path: { area: seen.id }, header: ifStill(seen.version) },
        body: right,
      }),
    ),
  );

export function useRecordSuccession() {
  const [record] = useState(() =>
    creating((body: NewSuccession, header) =>
      dataOf(api.POST('/api/v1/areas/successions', { params: { header }, body })),
    ),
  );
  return useMutation({ mutationFn: record, onSuccess: useReadAnew() });
}

/** Of the province itself. */
export function useRecordProvinceSuccession() {
  const [record] = useState(() =>
    creating((body: NewProvinceSuccession, header) =>
      dataOf(api.POST('/api/v1/areas/province/successions', { params: { header }, body })),
    ),
  );
  return useMutation({ mutationFn: record, onSuccess: useReadAnew() });
}

/** The list itself, to be had as a spreadsheet. */
export const areasList = (on: string) => `/api/v1/areas?on=${on}`;
