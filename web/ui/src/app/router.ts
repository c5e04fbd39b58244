import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { archiveRoute } from '../features/archive/archive.route';
import { areasRoute } from '../features/areas/areas.route';
import { auditRoute } from '../features/audit/audit.route';
import {
  draftRoute,
  draftsRoute,
  guideRoute,
  modelRoute,
  releaseRoute,
} from '../features/authoring/authoring.route';
import { caseRoute, casesRoute } from '../features/cases/cases.route';
import { checksRoute } from '../features/checks/checks.route';
import { coherenceRoute } from '../features/coherence/coherence.route';
import { formsRoute } from '../features/forms/forms.route';
import { indicatorsRoute } from '../features/indicators/indicators.route';
import { instrumentsRoute } from '../features/instruments/instruments.route';
import { observationsRoute } from '../features/observations/observations.route';
import { overviewRoute } from '../features/overview/overview.route';
import { lifeRoute, planRoute, plansRoute } from '../features/plans/plans.route';
import { provincesRoute } from '../features/provinces/provinces.route';
import { ruleSetsRoute } from '../features/rulesets/rulesets.route';
import { changesRoute, replayRoute } from '../features/scorecards/replay.route';
import {
  runRoute,
  runsRoute,
  scorecardHomeRoute,
  scorecardRoute,
  whyRoute,
} from '../features/scorecards/scorecards.route';
import { sheetRoute } from '../features/sheets/sheets.route';
import { planStatementsRoute, statementsRoute } from '../features/statements/statements.route';
import { submissionRoute, submissionsRoute } from '../features/submissions/submissions.route';
import { amendRoute, newTargetRoute, targetRoute } from '../features/targets/targets.route';
import { caseTasksRoute, tasksRoute } from '../features/tasks/tasks.route';
import { thresholdsRoute } from '../features/thresholds/thresholds.route';
import { trajectoryRoute } from '../features/trajectories/trajectories.route';
import { unitsRoute } from '../features/units/units.route';
import { rootRoute, signedInRoute } from '../frame/routes';
import { LandingPage } from './LandingPage';
import { NotFound } from './NotFound';
import { SignedInPage } from './SignedInPage';
import { Unexpected } from './Unexpected';

const landingRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: LandingPage });
const callbackRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/signed-in',
  component: SignedInPage,
});

const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/home',
  component: lazyRouteComponent(() => import('./HomePage'), 'HomePage'),
});

signedInRoute.update({ component: lazyRouteComponent(() => import('./SignedIn'), 'SignedIn') });

const routeTree = rootRoute.addChildren([
  landingRoute,
  callbackRoute,
  signedInRoute.addChildren([
    homeRoute,
    plansRoute,
    planRoute.addChildren([
      scorecardRoute.addChildren([
        scorecardHomeRoute,
        whyRoute,
        observationsRoute,
        amendRoute,
        newTargetRoute,
        targetRoute.addChildren([trajectoryRoute]),
      ]),
      lifeRoute,
      planStatementsRoute,
      coherenceRoute,
      runsRoute,
      runRoute,
      replayRoute,
      changesRoute,
    ]),
    submissionsRoute,
    submissionRoute,
    sheetRoute,
    casesRoute,
    caseRoute.addChildren([caseTasksRoute]),
    tasksRoute,
    formsRoute,
    statementsRoute,
    indicatorsRoute,
    thresholdsRoute,
    ruleSetsRoute,
    draftsRoute,
    draftRoute,
    guideRoute,
    modelRoute,
    releaseRoute,
    checksRoute,
    auditRoute,
    archiveRoute,
    instrumentsRoute,
    unitsRoute,
    areasRoute,
    overviewRoute,
    provincesRoute,
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: Unexpected,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
