import type { RuleChoice } from './rulesets.api';

/**
 * The choice that holds on a day for a plan (or with null for the province): begun by then, the newest day, then the newest version.
 */
export function inForce(choices: readonly RuleChoice[], plan: string | null, day: string) {
  return choices
    .filter((choice) => (choice.plan ?? null) === plan && choice.validFrom <= day)
    .reduce<RuleChoice | undefined>(
      (best, one) =>
        !best ||
        one.validFrom > best.validFrom ||
        (one.validFrom === best.validFrom && one.version > best.version)
          ? one
          : best,
      undefined,
    );
}
