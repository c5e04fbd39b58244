import { queryOptions, useQueries } from '@tanstack/react-query';
import { type Answered, api, dataOf } from '../api/client';
import { later } from '../ui/day';
import type { Origin } from '../ui/RuleOrigin';
import { ruleModelQuery } from './trial';

export type RuleSet = Answered<'/api/v1/rule-sets', 'get'>['items'][number];
export type Release = Answered<'/api/v1/rule-releases', 'get'>['items'][number];
type Text = { vi: string; en: string };

/** The sets that are on offer today. */
export const offeredQuery = queryOptions({
  queryKey: ['rule-sets', 'offered'],
  queryFn: async () => (await dataOf(api.GET('/api/v1/rule-sets'))).items,
});

/** Every release that is or was there to be chosen, newest first. */
export const releasesQuery = queryOptions({
  queryKey: ['rule-sets', 'releases'],
  queryFn: async () => (await dataOf(api.GET('/api/v1/rule-releases'))).items,
});

/** A version of a set as one may begin with it: on offer today, or from its first day on. */
export interface Version {
  readonly id: string;
  readonly origin: Origin;
  readonly name: Text;
  readonly says?: Text | null | undefined;
  readonly version: string;
  readonly sha256: string;
  /** of one that no day before this one has */
  readonly firstDay?: string;
}

/** The release of a set that holds on a day: begun by then, the newest day, then the newest number. */
export function releasedOn(releases: readonly Release[], ruleSet: string, day: string): Release | undefined {
  return releases
    .filter((release) => release.ruleSet === ruleSet && release.validFrom <= day)
    .reduce<Release | undefined>(
      (best, one) =>
        !best ||
        one.validFrom > best.validFrom ||
        (one.validFrom === best.validFrom && one.number > best.number)
          ? one
          : best,
      undefined,
    );
}

/** The releases that will hold and do not yet, the soonest first; one that another takes the place of on its first day never will. */
export const upcoming = (releases: readonly Release[], today: string): Release[] =>
  releases
    .filter(
      (release) =>
        release.validFrom > today && releasedOn(releases, release.ruleSet, release.validFrom) === release,
    )
    .sort((one, other) => one.validFrom.localeCompare(other.validFrom));

/** Of upcoming releases those whose set is not on offer yet: the first of each. */
export const firstOnes = (ahead: readonly Release[], sets: readonly { id: string }[]): Release[] =>
  ahead.filter(
    ({ ruleSet }, at) =>
      sets.every(({ id }) => id !== ruleSet) && ahead.findIndex((one) => one.ruleSet === ruleSet) === at,
  );

/** What a model says of itself; the set's id where there is none. */
export function aboutOf(model: string, id: string): { name: Text; says?: Text } {
  const { about } = JSON.parse(model) as { about?: { name: Text; says: Text } };
  return about ? { name: about.name, says: about.says } : { name: { vi: id, en: id } };
}

/** Releases by the words of their models; undefined until all are there. Those whose seal is broken are left out. */
export function useVersions(releases: readonly Release[]): readonly Version[] | undefined {
  const whole = releases.filter((release) => release.whole);
  const models = useQueries({ queries: whole.map(({ sha256 }) => ruleModelQuery(sha256)) });
  const named = whole.flatMap(({ ruleSet, origin, setVersion, sha256, validFrom }, at) => {
    const text = models[at]?.data?.model;
    if (text === undefined) return [];
    return {
      id: ruleSet,
      origin,
      ...aboutOf(text, ruleSet),
      version: setVersion,
      sha256,
      firstDay: validFrom,
    };
  });
  return named.length === whole.length ? named : undefined;
}

/** Which version of a set would hold from a day on; days that are over are scored by today's. */
export function versionOn(
  set: Version,
  releases: readonly Release[],
  day: string,
  today: string,
): { version: string; sha256: string } {
  const release = releasedOn(releases, set.id, later(day, today));
  return release ? { version: release.setVersion, sha256: release.sha256 } : set;
}
