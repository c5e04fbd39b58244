import { queryOptions } from '@tanstack/react-query';
import { type Answered, api, dataOf, type With } from '../../api/client';
import type { Word } from '../../i18n';
import type { Rating } from '../../ui/rating';

/** How some targets stand together; shares and scores are exact decimals as text. */
export type RollUp = With<
  Answered<'/api/v1/roll-up', 'get'>['province'],
  { counts: Record<string, number>; worst: Rating; outcome: Outcome }
>;

/** What the rule set says of them together. */
export type Outcome = With<
  Answered<'/api/v1/roll-up', 'get'>['province']['outcome'],
  { by: Word<'rollUpBy'>; rating?: Rating | null }
>;

/** A plan as a whole, by groups of indicators and by places. */
export interface PlanRollUps {
  plan: RollUp;
  groups: { group: string; rollUp: RollUp }[];
  places: { id: string; name: string; rollUp: RollUp }[];
}

export interface ProvinceRollUp {
  asOf: string;
  province: RollUp;
  plans: { id: string; period: string; title: string; rollUp: RollUp }[];
}

/** The plans that run on a day, together and one by one. */
export const provinceQuery = (asOf: string) =>
  queryOptions({
    // Beside the live scorecards: what makes them stale makes this stale.
    queryKey: ['scorecards', 'live', 'province', asOf],
    queryFn: () =>
      dataOf(api.GET('/api/v1/roll-up', { params: { query: { asOf } } })) as Promise<ProvinceRollUp>,
  });
