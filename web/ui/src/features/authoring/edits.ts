/** What was, what is, and what was undone. */
export interface Edits<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
  /** what the last edit was of: typing on in one place is one step back */
  readonly place: string | undefined;
}

const MOST = 200;

export const begin = <T>(now: T): Edits<T> => ({ past: [], now, future: [], place: undefined });

/** @param place of the edit; edits of one place that follow each other are undone together */
export const edit = <T>(edits: Edits<T>, now: T, place?: string): Edits<T> =>
  now === edits.now
    ? edits
    : {
        past:
          place !== undefined && place === edits.place ? edits.past : [...edits.past, edits.now].slice(-MOST),
        now,
        future: [],
        place,
      };

export function undo<T>(edits: Edits<T>): Edits<T> {
  const now = edits.past.at(-1);
  return now === undefined
    ? edits
    : { past: edits.past.slice(0, -1), now, future: [edits.now, ...edits.future], place: undefined };
}

export function redo<T>(edits: Edits<T>): Edits<T> {
  const [now, ...future] = edits.future;
  return now === undefined ? edits : { past: [...edits.past, edits.now], now, future, place: undefined };
}
