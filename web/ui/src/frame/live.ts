import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Heard, listen } from '../api/events';

const live = ['scorecards', 'live'];
const scoring = [live, ['scorecards', 'stored'], ['scorecards', 'scoring']];

/** What a screen must ask for again when things of a sort have changed. Forms are left alone while somebody fills them in. */
const stale: Record<string, readonly (readonly string[])[]> = {
  observation: [live],
  observation_withdrawal: [live],
  target: [live],
  target_revision: [live],
  trajectory: [live],
  threshold: [live, ['thresholds', 'on']],
  figure_check: [live],
  scorecard: scoring,
  rescoring: [['scorecards', 'scoring']],
  flag_case: [['cases', 'list']],
  notification: [['notifications']],
};

function refresh(queries: QueryClient, kinds: string[]): void {
  for (const queryKey of new Set(kinds.flatMap((kind) => stale[kind] ?? []))) {
    void queries.invalidateQueries({ queryKey: [...queryKey] });
  }
}

/**
 * Keeps what is on the screen fresh while somebody of a province looks at it. A hidden tab holds no stream open: browsers
 * open few connections to one server.
 */
export function useLive(ofProvince: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!ofProvince) return;
    const heard: Heard = {};
    let looking = new AbortController();
    const look = () => {
      looking.abort();
      looking = new AbortController();
      if (!document.hidden) void listen(({ kinds }) => refresh(queries, kinds), heard, looking.signal);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      looking.abort();
    };
  }, [ofProvince, queries]);
}
