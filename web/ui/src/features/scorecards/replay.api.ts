import { queryOptions } from '@tanstack/react-query';
import { type Answered, api, dataOf, type With } from '../../api/client';
import type { Word } from '../../i18n';
import type { Rating } from '../../ui/rating';

type WireComparison = Answered<'/api/v1/scorecards/{scorecard}/changes', 'get'>;
type WireReplay = Answered<'/api/v1/scorecards/{scorecard}/replay', 'get'>;

interface Rated {
  rating: Rating;
  score?: number | null;
  flags: string[];
}

/** What two records say of one target, and what they were not both made of. */
export type Difference = With<
  WireComparison['differences'][number],
  {
    before?: Rated | null;
    after?: Rated | null;
    why: { source: Word<'differenceSource'>; from?: string | null; to?: string | null }[];
  }
>;

export type Comparison = With<WireComparison, { differences: Difference[] }>;

export type Replay = With<
  WireReplay,
  {
    rules: Word<'replayRules'>;
    others: With<WireReplay['others'][number], { outcome: Word<'replayOutcome'> }>[];
    recomputed?: Difference[] | null;
  }
>;

/** Made again each time it is asked for: figures and code may have changed since. */
export const replayQuery = (scorecard: string) =>
  queryOptions({
    queryKey: ['scorecards', 'replay', scorecard],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/scorecards/{scorecard}/replay', { params: { path: { scorecard } } }),
      ) as Promise<Replay>,
    staleTime: 0,
  });

export const comparisonQuery = (scorecard: string, since: string) =>
  queryOptions({
    queryKey: ['scorecards', 'changes', scorecard, since],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/scorecards/{scorecard}/changes', {
          params: { path: { scorecard }, query: { since } },
        }),
      ) as Promise<Comparison>,
    staleTime: Number.POSITIVE_INFINITY,
  });
