import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Answered, type Asked, allOf, api, creating, dataOf, type With } from '../../api/client';
import type { Word } from '../../i18n';

export type Observation = With<
  Answered<'/api/v1/observations', 'get'>['items'][number],
  { status: Word<'observationStatus'> }
>;
export type NewObservation = Asked<'/api/v1/observations', 'post'>;

export const observationStatuses = ['outturn', 'estimated', 'preliminary', 'official', 'revised'] as const;

/** Every vintage of an indicator in one area (absent: the province itself), whatever day the screen looks from. */
export const observationsQuery = (indicator: string, area: string | undefined) =>
  queryOptions({
    queryKey: ['observations', indicator, area ?? null],
    queryFn: () =>
      allOf((after) =>
        dataOf(
          api.GET('/api/v1/observations', { params: { query: { indicator, area, after, limit: 200 } } }),
        ),
      ) as Promise<Observation[]>,
  });

export const measuredQuery = (code: string) =>
  queryOptions({
    queryKey: ['observations', 'indicator', code],
    queryFn: () => dataOf(api.GET('/api/v1/indicators/{code}', { params: { path: { code } } })),
  });

/** What a unit may report, as far as figures are concerned. */
export const reportedQuery = (unit: string | undefined) =>
  queryOptions({
    queryKey: ['observations', 'unit', unit ?? null],
    queryFn: async () => {
      if (!unit) return [];
      const { assignments } = await dataOf(api.GET('/api/v1/units/{unit}', { params: { path: { unit } } }));
      return assignments;
    },
  });

/** Adds a figure. Nothing is overwritten: an earlier one for the same period stays as an older vintage. */
export function useRecordObservation() {
  const queries = useQueryClient();
  const [record] = useState(() =>
    creating((body: NewObservation, header) =>
      dataOf(api.POST('/api/v1/observations', { params: { header }, body })),
    ),
  );
  return useMutation({
    mutationFn: record,
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['observations'] }),
        // Ratings follow figures; the scorecard is known here only by the name of its queries.
        queries.invalidateQueries({ queryKey: ['scorecards', 'live'] }),
      ]),
  });
}

/** The figure that counts on a day, and what a calculated one is made of. */
export const figureQuery = (asked: {
  indicator: string;
  period: string;
  area: string | undefined;
  asOf: string;
}) =>
  queryOptions({
    queryKey: ['observations', 'figure', asked],
    queryFn: () => dataOf(api.GET('/api/v1/figures', { params: { query: asked } })),
  });
