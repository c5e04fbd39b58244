import type { Release, RuleSet } from '../../frame/offered';
import { parse, write } from './model';

/** A version of a set, by its hash. */
export interface Version {
  readonly version: string;
  readonly sha256: string;
}

/**
 * The newest version of the set that a draft was begun as, if there is one after it: of a released set by its releases, of the house's by what
 * is offered now. A release whose seal is broken is no version.
 */
export function newerBase(
  base: Version & { readonly id: string },
  releases: readonly Release[],
  offered: readonly RuleSet[],
): Version | undefined {
  const whole = releases.filter(({ ruleSet, whole }) => ruleSet === base.id && whole);
  const [newest] = [...whole].sort((one, other) => other.number - one.number);
  if (newest) {
    return newest.sha256 === base.sha256 ? undefined : { version: newest.setVersion, sha256: newest.sha256 };
  }
  const now = offered.find(({ id, origin }) => id === base.id && origin === 'house');
  return now && now.sha256 !== base.sha256 ? now : undefined;
}

/** A text under the id and the version of the draft: those are no news of its base. Undefined if it is no table of rules. */
export function underNameOf(
  draft: { ruleSet: string; setVersion: string },
  text: string,
): string | undefined {
  const model = parse(text);
  return model && write({ ...model, id: draft.ruleSet, version: draft.setVersion });
}

/** Whether two texts are the same rule set, spelled alike or not. */
export function isSame(one: string, other: string): boolean {
  const [first, second] = [parse(one), parse(other)];
  return first !== undefined && second !== undefined && write(first) === write(second);
}
