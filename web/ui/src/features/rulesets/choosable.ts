import { useQueries } from '@tanstack/react-query';
import { ruleModelQuery } from '../../frame/trial';
import { later } from '../../ui/day';
import type { Origin } from '../../ui/RuleOrigin';
import type { Release, RuleSet } from './rulesets.api';
import { releasedOn, upcoming } from './upcoming';

type Text = { vi: string; en: string };

/** A set that may be chosen: one on offer today, or one whose first release is yet to hold. */
export interface Choosable {
  readonly id: string;
  readonly origin: Origin;
  readonly name: Text;
  readonly says?: Text | null | undefined;
  readonly version: string;
  readonly sha256: string;
  /** of a set that no day before this one has */
  readonly firstDay?: string;
}

/** Those on offer and, after them, what the nation released for days to come. A model's own words name what is not offered yet. */
export function useChoosable(
  sets: readonly RuleSet[],
  releases: readonly Release[],
  today: string,
): readonly Choosable[] {
  const ahead = upcoming(releases, today).filter(
    ({ ruleSet, whole }, at, all) =>
      whole &&
      sets.every(({ id }) => id !== ruleSet) &&
      all.findIndex((one) => one.ruleSet === ruleSet) === at,
  );
  const models = useQueries({ queries: ahead.map(({ sha256 }) => ruleModelQuery(sha256)) });
  return [
    ...sets,
    ...ahead.map(({ ruleSet, origin, setVersion, sha256, validFrom }, at) => ({
      id: ruleSet,
      origin,
      ...aboutOf(models[at]?.data?.model, ruleSet),
      version: setVersion,
      sha256,
      firstDay: validFrom,
    })),
  ];
}

/** What a model says of itself; the set's id where there is none. */
export function aboutOf(model: string | undefined, id: string): { name: Text; says?: Text } {
  const about = model && (JSON.parse(model) as { about?: { name: Text; says: Text } }).about;
  return about ? { name: about.name, says: about.says } : { name: { vi: id, en: id } };
}

/** Which version of a set would hold from a day on; days that are over are scored by today's. */
export function versionOn(
  set: Choosable,
  releases: readonly Release[],
  day: string,
  today: string,
): { version: string; sha256: string } {
  const release = releasedOn(releases, set.id, later(day, today));
  return release ? { version: release.setVersion, sha256: release.sha256 } : set;
}
