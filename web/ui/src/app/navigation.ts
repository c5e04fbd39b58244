import { archiveNavigation } from '../features/archive/archive.route';
import { areasNavigation } from '../features/areas/areas.route';
import { auditNavigation } from '../features/audit/audit.route';
import { casesNavigation } from '../features/cases/cases.route';
import { checksNavigation } from '../features/checks/checks.route';
import { formsNavigation } from '../features/forms/forms.route';
import { indicatorsNavigation } from '../features/indicators/indicators.route';
import { instrumentsNavigation } from '../features/instruments/instruments.route';
import { overviewNavigation } from '../features/overview/overview.route';
import { plansNavigation } from '../features/plans/plans.route';
import { provincesNavigation } from '../features/provinces/provinces.route';
import { statementsNavigation } from '../features/statements/statements.route';
import { submissionsNavigation } from '../features/submissions/submissions.route';
import { tasksNavigation } from '../features/tasks/tasks.route';
import { thresholdsNavigation } from '../features/thresholds/thresholds.route';
import { unitsNavigation } from '../features/units/units.route';
import type { NavigationEntry } from '../frame/routes';

/** The main navigation in reading order. The first entry a user may open is their home. */
export const navigation: readonly NavigationEntry[] = [
  plansNavigation,
  submissionsNavigation,
  casesNavigation,
  tasksNavigation,
  overviewNavigation,
  statementsNavigation,
  instrumentsNavigation,
  indicatorsNavigation,
  thresholdsNavigation,
  checksNavigation,
  formsNavigation,
  auditNavigation,
  unitsNavigation,
  areasNavigation,
  archiveNavigation,
  provincesNavigation,
];
