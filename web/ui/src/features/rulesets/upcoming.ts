import { inForce } from './inForce';
import type { Release, RuleChoice } from './rulesets.api';

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

/** The nation's releases that will hold and do not yet, the soonest first; one that another takes the place of on its first day never will. */
export function upcoming(releases: readonly Release[], today: string): Release[] {
  return releases
    .filter(
      (release) =>
        release.origin === 'nation' &&
        release.validFrom > today &&
        releasedOn(releases, release.ruleSet, release.validFrom) === release,
    )
    .sort((one, other) => one.validFrom.localeCompare(other.validFrom));
}

/** For whom a release will hold: null for the province's plans without a choice of their own, else a plan. */
export function followers(choices: readonly RuleChoice[], release: Release): (string | null)[] {
  const scopes = [...new Set(choices.map(({ plan }) => plan ?? null))];
  return scopes.filter((scope) => inForce(choices, scope, release.validFrom)?.follows === release.ruleSet);
}
