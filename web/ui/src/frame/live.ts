import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listen } from '../api/events';

const scoring = [
  ['scorecards', 'live'],
  ['scorecards', 'stored'],
  ['scorecards', 'scoring'],
];

/** What a screen must ask for again when things of a sort have changed. Forms are left alone while somebody fills them in. */
const stale: Record<string, readonly (readonly string[])[]> = {
  observation: [['scorecards', 'live']],
  observation_withdrawal: [['scorecards', 'live']],
  target: [['scorecards', 'live']],
  target_revision: [['scorecards', 'live']],
  trajectory: [['scorecards', 'live']],
  threshold: [['scorecards', 'live']],
  figure_check: [['scorecards', 'live']],
  scorecard: scoring,
  rescoring: [['scorecards', 'scoring']],
  flag_case: [['cases', 'list']],
  notification: [['notifications']],
};

/** Keeps what is on the screen fresh while somebody of a province looks at it. */
export function useLive(ofProvince: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!ofProvince) return;
    const leaving = new AbortController();
    void listen(
      ({ kinds }) =>
        kinds
          .flatMap((kind) => stale[kind] ?? [])
          .forEach((queryKey) => void queries.invalidateQueries({ queryKey: [...queryKey] })),
      leaving.signal,
    );
    return () => leaving.abort();
  }, [ofProvince, queries]);
}
