import { queryOptions } from '@tanstack/react-query';
import { type Answered, api, dataOf, type With } from '../../api/client';
import { addressOf } from '../../api/download';
import type { Word } from '../../i18n';
import type { Comparator } from '../../ui/comparator';

type Wire = Answered<'/api/v1/plans/{plan}/coherence', 'get'>;
type WireFinding = Wire['findings'][number];
export type Fact = With<
  WireFinding['facts'][number],
  {
    kind: Word<'factKind'>;
    authority?: Word<'authority'> | null;
    scenario?: Word<'scenario'> | null;
    comparator?: Comparator | null;
  }
>;
/** Facts that do not go together. */
export type Finding = With<
  WireFinding,
  { check: Word<'coherenceCheck'>; grade: Word<'grade'>; facts: Fact[] }
>;

export const coherenceQuery = (planId: string, asOf: string) =>
  queryOptions({
    queryKey: ['coherence', planId, asOf],
    queryFn: async () =>
      (
        await dataOf(
          api.GET('/api/v1/plans/{plan}/coherence', { params: { path: { plan: planId }, query: { asOf } } }),
        )
      ).findings as Finding[],
    staleTime: 0,
  });

/** The list itself, to be had as a spreadsheet. */
export const coherenceList = (planId: string, asOf: string) =>
  addressOf(`/api/v1/plans/${planId}/coherence`, { asOf });
