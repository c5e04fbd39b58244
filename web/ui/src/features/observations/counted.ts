import type { Observation } from './observations.api';

const firmness = ['outturn', 'estimated', 'preliminary', 'official', 'revised'] as const;

type Vintage = Pick<Observation, 'status' | 'knownOn' | 'recordedAt' | 'withdrawal'>;

const firm = ({ status }: Vintage) => firmness.indexOf(status);

/** The vintage of a period that counts on a day: known latest, then firmest, then recorded latest. */
export function counted<V extends Vintage>(vintages: readonly V[], asOf: string): V | undefined {
  return vintages
    .filter(({ knownOn, withdrawal }) => !withdrawal && knownOn <= asOf)
    .sort(
      (a, b) =>
        b.knownOn.localeCompare(a.knownOn) || firm(b) - firm(a) || b.recordedAt.localeCompare(a.recordedAt),
    )[0];
}

/** The firmest of those that were known before the one that counts and are firmer than it. */
export function firmerThan<V extends Vintage>(counts: V | undefined, vintages: readonly V[]): V | undefined {
  if (!counts) return undefined;
  return vintages
    .filter((one) => !one.withdrawal && one.knownOn <= counts.knownOn && firm(one) > firm(counts))
    .sort((a, b) => firm(b) - firm(a) || b.knownOn.localeCompare(a.knownOn))[0];
}
