import { archiveNavigation } from '../features/archive/archive.route';
import { areasNavigation } from '../features/areas/areas.route';
import { auditNavigation } from '../features/audit/audit.route';
import { nationalRulesNavigation } from '../features/authoring/authoring.route';
import { casesNavigation } from '../features/cases/cases.route';
import { checksNavigation } from '../features/checks/checks.route';
import { formsNavigation } from '../features/forms/forms.route';
import { indicatorsNavigation } from '../features/indicators/indicators.route';
import { instrumentsNavigation } from '../features/instruments/instruments.route';
import { overviewNavigation } from '../features/overview/overview.route';
import { plansNavigation } from '../features/plans/plans.route';
import { provincesNavigation } from '../features/provinces/provinces.route';
import { ruleSetsNavigation } from '../features/rulesets/rulesets.route';
import { statementsNavigation } from '../features/statements/statements.route';
import { submissionsNavigation } from '../features/submissions/submissions.route';
import { tasksNavigation } from '../features/tasks/tasks.route';
import { thresholdsNavigation } from '../features/thresholds/thresholds.route';
import { unitsNavigation } from '../features/units/units.route';
import type { NavigationEntry } from '../frame/routes';

type Group = 'catalogue' | 'settings' | 'administration';

/** What lies together: an entry by itself, or some under a word of their own. */
export type NavigationPart =
  | { entry: NavigationEntry }
  | { group: Group; entries: readonly NavigationEntry[] };

const parts: readonly NavigationPart[] = [
  { entry: plansNavigation },
  { entry: submissionsNavigation },
  { entry: casesNavigation },
  { entry: tasksNavigation },
  { entry: overviewNavigation },
  { entry: nationalRulesNavigation },
  {
    group: 'catalogue',
    entries: [
      indicatorsNavigation,
      statementsNavigation,
      instrumentsNavigation,
      unitsNavigation,
      areasNavigation,
    ],
  },
  {
    group: 'settings',
    entries: [thresholdsNavigation, ruleSetsNavigation, checksNavigation, formsNavigation],
  },
  { group: 'administration', entries: [auditNavigation, archiveNavigation] },
  { entry: provincesNavigation },
];

const entriesOf = (part: NavigationPart): readonly NavigationEntry[] =>
  'entry' in part ? [part.entry] : part.entries;

/** The main navigation in reading order. The first entry a user may open is their home. */
export const navigation: readonly NavigationEntry[] = parts.flatMap(entriesOf);

/** What of it somebody may open; a group of one stands by itself. */
export function navigationFor(may: (entry: NavigationEntry) => boolean): NavigationPart[] {
  return parts.flatMap((part): NavigationPart[] => {
    const open = entriesOf(part).filter(may);
    const [first] = open;
    if (!first) return [];
    return 'entry' in part || open.length === 1 ? [{ entry: first }] : [{ ...part, entries: open }];
  });
}
