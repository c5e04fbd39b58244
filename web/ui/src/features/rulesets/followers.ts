import type { Release } from '../../frame/offered';
import { inForce } from './inForce';
import type { RuleChoice } from './rulesets.api';

/** For whom a release will hold: null for the province's plans without a choice of their own, else a plan. */
export function followers(choices: readonly RuleChoice[], release: Release): (string | null)[] {
  const scopes = [...new Set(choices.map(({ plan }) => plan ?? null))];
  return scopes.filter((scope) => inForce(choices, scope, release.validFrom)?.follows === release.ruleSet);
}
