import type { Release } from '../../frame/offered';
import { inForce } from './inForce';
import type { RuleChoice } from './rulesets.api';

const scopesOf = (choices: readonly RuleChoice[]) => [...new Set(choices.map(({ plan }) => plan ?? null))];

/** For whom a release will hold: null for the province's plans without a choice of their own, else a plan. */
export function followers(choices: readonly RuleChoice[], release: Release): (string | null)[] {
  return scopesOf(choices).filter(
    (scope) => inForce(choices, scope, release.validFrom)?.follows === release.ruleSet,
  );
}

/** Whether anybody keeps another version of its set for good, whom it passes by. */
export const isKeptBack = (choices: readonly RuleChoice[], release: Release): boolean =>
  scopesOf(choices).some((scope) => {
    const choice = inForce(choices, scope, release.validFrom);
    return choice?.ruleSet === release.ruleSet && !choice.follows && choice.sha256 !== release.sha256;
  });
