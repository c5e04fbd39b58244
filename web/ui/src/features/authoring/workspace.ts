import { useSession } from '../../frame/session';
import { dayAfter, today } from '../../ui/day';
import type { Origin } from '../../ui/RuleOrigin';

/** With which the ids of the nation's rule sets begin, and no others. */
export const NATIONAL = 'national-';

/** Where one writes: in a province's workspace, or in the nation's, where there are no plans to try rules on. */
export interface Workspace {
  readonly nation: boolean;
  /** whose sets are written here */
  readonly own: Origin;
  /** whether one writes; else one reads and decides */
  readonly author: boolean;
}

export function useWorkspace(): Workspace {
  const { may } = useSession();
  const nation = may('ministry-rule-author');
  return { nation, own: nation ? 'nation' : 'province', author: nation || may('rule-author') };
}

/** The first day on which the nation may let a release hold, so that provinces see before what it changes. */
export const nationsFirstDay = (): string => dayAfter(today());
