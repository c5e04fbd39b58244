import { queryOptions } from '@tanstack/react-query';
import { type Answered, api, dataOf, type With } from '../../api/client';
import { addressOf } from '../../api/download';
import type { Word } from '../../i18n';

type Wire = Answered<'/api/v1/overview', 'get'>;
type WireRow = Wire['provinces'][number];

/** Without an amount it was withdrawn on a day, with no other in its place. */
export interface Figure {
  amount?: string | null;
  status: Word<'observationStatus'>;
  knownOn: string;
  withdrawnOn?: string | null;
}

/** One figure a column, in the columns' order; null where the province has published none. */
export type Row = With<
  WireRow,
  {
    figures: (Figure | null)[];
    latest: { indicator: WireRow['latest'][number]['indicator']; figure: Figure }[];
    plans: { title: string; period: string; asOf: string; counts: Record<string, number> }[];
  }
>;
export type Overview = With<Wire, { provinces: Row[] }>;

/** The list itself, to be had as a spreadsheet. */
export const overviewList = (asOf: string) => addressOf('/api/v1/overview', { asOf });

export const overviewQuery = (asOf: string) =>
  queryOptions({
    queryKey: ['overview', asOf],
    queryFn: () => dataOf(api.GET('/api/v1/overview', { params: { query: { asOf } } })) as Promise<Overview>,
  });
