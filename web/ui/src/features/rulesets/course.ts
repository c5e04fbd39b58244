import { type Release, releasedOn } from '../../frame/offered';
import { inForce } from './inForce';
import type { RuleChoice } from './rulesets.api';

/** By which rules a plan, or the province, is scored from a day on. */
export interface Stretch {
  from: string;
  choice: RuleChoice;
  /** the version of its set that holds: of a set that is followed the released one */
  version: string;
  sha256: string;
}

/** What a choice comes to on a day; a followed set is by then the version that was released last. */
function stretchOn(
  choices: readonly RuleChoice[],
  releases: readonly Release[],
  plan: string | null,
  day: string,
): Stretch | undefined {
  const choice = inForce(choices, plan, day);
  if (!choice) return undefined;
  const release = choice.follows ? releasedOn(releases, choice.follows, day) : undefined;
  return {
    from: day,
    choice,
    version: release?.setVersion ?? choice.ruleSetVersion,
    sha256: release?.sha256 ?? choice.sha256,
  };
}

const isSame = (one: Stretch | undefined, other: Stretch | undefined) =>
  one?.choice.ruleSet === other?.choice.ruleSet &&
  one?.sha256 === other?.sha256 &&
  one?.choice.follows === other?.choice.follows;

/**
 * What holds on a day, and everything that is already decided to come: by choices made ahead and by releases of a set that is
 * followed. What changes nothing is left out.
 *
 * @param plan null for the province
 */
export function courseOf(
  choices: readonly RuleChoice[],
  releases: readonly Release[],
  plan: string | null,
  day: string,
): { now: Stretch | undefined; ahead: readonly Stretch[] } {
  const now = stretchOn(choices, releases, plan, day);
  const days = new Set(
    [...choices.filter((choice) => (choice.plan ?? null) === plan), ...releases]
      .map(({ validFrom }) => validFrom)
      .filter((from) => from > day),
  );
  const ahead: Stretch[] = [];
  for (const from of [...days].sort()) {
    const then = stretchOn(choices, releases, plan, from);
    if (then && !isSame(then, ahead.at(-1) ?? now)) ahead.push(then);
  }
  return { now, ahead };
}

/** The choices made for later days, the soonest first, of each day the one that holds: one from an earlier day holds only until the first. */
export function outranking(
  choices: readonly RuleChoice[],
  plan: string | null,
  from: string,
): readonly RuleChoice[] {
  const later = choices.filter((choice) => (choice.plan ?? null) === plan && choice.validFrom > from);
  return [...new Set(later.map(({ validFrom }) => validFrom))]
    .sort()
    .flatMap((first) => inForce(later, plan, first) ?? []);
}

/** The versions of a released set that may be kept from a day on, the newest first, each once. */
export function versionsBy(releases: readonly Release[], ruleSet: string, day: string): readonly Release[] {
  const begun = releases
    .filter((release) => release.ruleSet === ruleSet && release.whole && release.validFrom <= day)
    .sort((one, other) => other.number - one.number);
  return begun.filter(({ sha256 }, at) => begun.findIndex((one) => one.sha256 === sha256) === at);
}
