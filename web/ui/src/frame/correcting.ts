import { useMutation, useQueryClient } from '@tanstack/react-query';

export interface Correction<T, Fields> {
  /** the version that it began from */
  seen: T;
  right: Fields & { reason: string };
}

/** Mends what was written down wrongly. `send` names the version that was seen. */
export function useCorrecting<T, Fields, Corrected>(
  send: (correction: Correction<T, Fields>) => Promise<Corrected>,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    // A number, a name or a quote stands on screens that do not know one another: all are read anew.
    onSuccess: () => queries.invalidateQueries(),
  });
}
