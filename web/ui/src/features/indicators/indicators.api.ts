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
import type { Word } from '../../i18n';

export type Indicator = With<
  Answered<'/api/v1/indicators/{code}', 'get'>,
  { kind: Word<'kind'>; direction: Word<'direction'> }
>;
export type NewIndicator = Asked<'/api/v1/indicators', 'post'>;
export type Description = Asked<'/api/v1/indicators/{code}', 'put'>;
export type CatalogueLine = NonNullable<Answered<'/api/v1/catalogue', 'get'>['items']>[number];

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

export const timeAggregations = ['sum', 'last', 'mean', 'compound', 'none'] as const;
export const areaAggregations = ['none', 'sum', 'count', 'ratio', 'max', 'restart'] as const;
export const priceBases = ['none', 'current', 'constant-2010'] as const;

/** How parts make the whole for numbers of a kind, unless said otherwise; as the API does when it is left out. */
export const usualAggregation = (kind: Indicator['kind']): (typeof timeAggregations)[number] => {
  switch (kind) {
    case 'flow':
      return 'sum';
    case 'reduction':
      return 'mean';
    case 'rate':
      return 'compound';
    case 'index':
    case 'rank':
      return 'none';
    case 'level':
    case 'share':
    case 'count':
    case 'condition':
      return 'last';
  }
};

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

/** Who may lead an indicator. */
export const leadersQuery = queryOptions({
  queryKey: ['indicators', 'units'],
  queryFn: () =>
    allOf((after) => dataOf(api.GET('/api/v1/units', { params: { query: { after, limit: 200 } } }))),
});

/** The national catalogue, with what the province has of it. */
export const catalogueQuery = queryOptions({
  queryKey: ['indicators', 'catalogue'],
  queryFn: () =>
    allOf((after) => dataOf(api.GET('/api/v1/catalogue', { params: { query: { after, limit: 200 } } }))),
});

export function useAdoptIndicator() {
  const queries = useQueryClient();
  const [adopt] = useState(() =>
    creating((body: Asked<'/api/v1/catalogue/adoptions', 'post'>, header) =>
      dataOf(api.POST('/api/v1/catalogue/adoptions', { params: { header }, body })),
    ),
  );
  return useMutation({
    mutationFn: adopt,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['indicators'] }),
  });
}

/** Describes an indicator anew, unless somebody else did meanwhile. */
/** The indicator as it is described now. */
export const newestOf = async (code: string) =>
  (await dataOf(api.GET('/api/v1/indicators/{code}', { params: { path: { code } } }))) as Indicator;

export function useCorrectIndicator({ code, version }: Indicator) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Description) =>
      dataOf(
        api.PUT('/api/v1/indicators/{code}', {
          params: { path: { code }, header: ifStill(version) },
          body,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['indicators'] }),
  });
}

/** The list itself, to be had as a spreadsheet. */
export const indicatorsList = '/api/v1/indicators';
