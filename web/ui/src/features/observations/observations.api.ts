import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Answered, type Asked, allOf, api, creating, dataOf, type With } from '../../api/client';
import type { Word } from '../../i18n';
import type { FigureWarning } from '../../ui/FigureChecks';

type Wire = Answered<'/api/v1/observations', 'get'>['items'][number];
export type Observation = With<
  Wire,
  { status: Word<'observationStatus'>; warnings?: FigureWarning[] | null }
>;
export type NewObservation = Asked<'/api/v1/observations', 'post'>;

export const observationStatuses = ['outturn', 'estimated', 'preliminary', 'official', 'revised'] as const;

export type Calendar = Word<'calendar'>;
export const calendars = ['civil', 'legal'] as const satisfies readonly Calendar[];

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

/** A figure before it is sent. */
export interface Candidate {
  indicator: string;
  area: string | undefined;
  subgroup: string | undefined;
  period: string;
  calendar: Calendar;
  amount: string;
  unit: string;
  status: Word<'observationStatus'>;
}

/** What would be warned of, or refused, if the figure were recorded now. */
export const previewQuery = (candidate: Candidate | undefined) =>
  queryOptions({
    queryKey: ['observations', 'preview', candidate ?? null],
    queryFn: async () =>
      candidate
        ? ((await dataOf(api.GET('/api/v1/checks/preview', { params: { query: candidate } })))
            .warnings as FigureWarning[])
        : [],
  });

/** Takes back a figure that was recorded by mistake. It stays in the list, and counts no more from today on. */
export function useWithdraw(observation: string) {
  const follow = useFollowFigures();
  const [withdraw] = useState(() =>
    creating((body: { reason: string }, header) =>
      dataOf(
        api.POST('/api/v1/observations/{observation}/withdrawal', {
          params: { path: { observation }, header },
          body,
        }),
      ),
    ),
  );
  return useMutation({ mutationFn: withdraw, onSuccess: follow });
}

/** What has to be read again when figures change. */
function useFollowFigures() {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['observations'] }),
      // Ratings follow figures; the scorecard is known here only by the name of its queries.
      queries.invalidateQueries({ queryKey: ['scorecards', 'live'] }),
    ]);
}

export type Derived = NonNullable<Answered<'/api/v1/figures/course', 'get'>['lines'][number]['discrete']>;

/** A year by months and quarters, as known on a day. */
export const courseQuery = (asked: {
  indicator: string;
  period: string;
  area: string | undefined;
  subgroup: string | undefined;
  calendar: Calendar;
  asOf: string;
}) =>
  queryOptions({
    queryKey: ['observations', 'course', asked],
    queryFn: () => dataOf(api.GET('/api/v1/figures/course', { params: { query: asked } })),
  });

/** Adds a figure. Nothing is overwritten: an earlier one for the same period stays as an older vintage. */
export function useRecordObservation() {
  const follow = useFollowFigures();
  const [record] = useState(() =>
    creating((body: NewObservation, header) =>
      dataOf(api.POST('/api/v1/observations', { params: { header }, body })),
    ),
  );
  return useMutation({ mutationFn: record, onSuccess: follow });
}

/** A place with the day on which it came to be. */
export const placeQuery = (area: string) =>
  queryOptions({
    queryKey: ['observations', 'place', area],
    queryFn: () => dataOf(api.GET('/api/v1/areas/{area}', { params: { path: { area } } })),
  });

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
