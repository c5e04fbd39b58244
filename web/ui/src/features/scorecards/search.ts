import { fold } from '../../ui/fold';
import type { ScoredTarget } from './scorecards.api';
import type { ScorecardSearch } from './scorecards.route';

/** The targets one looks for: by rating, and by words of the indicator or of the wording, with or without diacritics. */
export function matching(
  targets: readonly ScoredTarget[],
  { rating, find }: ScorecardSearch,
): ScoredTarget[] {
  const words = fold(find ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return targets.filter((target) => {
    if (rating && target.rating !== rating) return false;
    const { name, nameEn, code } = target.indicator;
    const text = fold([name, nameEn, code, target.wording, target.area?.name].filter(Boolean).join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** Targets by indicator group, in the order in which the groups first appear. */
export function grouped(targets: readonly ScoredTarget[]): [group: string, targets: ScoredTarget[]][] {
  const groups = new Map<string, ScoredTarget[]>();
  for (const target of targets) {
    const group = target.indicator.group ?? '';
    groups.set(group, [...(groups.get(group) ?? []), target]);
  }
  return [...groups];
}

/** The indicators for which several authorities set a target: there the authority must be named. */
export function setBySeveral(targets: readonly ScoredTarget[]): ReadonlySet<string> {
  const authorities = new Map<string, Set<string>>();
  for (const { indicator, authority } of targets) {
    authorities.set(indicator.code, (authorities.get(indicator.code) ?? new Set()).add(authority));
  }
  return new Set([...authorities].filter(([, set]) => set.size > 1).map(([code]) => code));
}
