import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { importsOf, trespass } from './zones';

const src = import.meta.dirname;
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const faultsOf = (file: string, source: string) =>
  importsOf(file, source).flatMap((to) => trespass(file, to) ?? []);

it('no file imports from a zone it must not know', () => {
  const faults = files.flatMap((file) => faultsOf(file, readFileSync(`${src}/${file}`, 'utf8')));
  expect(faults).toEqual([]);
});

it('the guard reads real imports', () => {
  const source = readFileSync(`${src}/features/plans/PlanPage.tsx`, 'utf8');
  expect(importsOf('features/plans/PlanPage.tsx', source)).toContain('ui/PageHead');
});

it('a canary that breaks each zone is caught', () => {
  const canaries: [file: string, source: string][] = [
    ['features/plans/PlansPage.tsx', "import { runsQuery } from '../scorecards/scorecards.api';"],
    ['features/plans/plans.route.tsx', "import { Ledger } from '../scorecards/Ledger';"],
    ['features/plans/PlansPage.tsx', "const page = import('../overview/OverviewPage');"],
    ['features/plans/PlansPage.tsx', "import { Shell } from '../../app/Shell';"],
    ['ui/Amount.tsx', "import { plansQuery } from '../features/plans/plans.api';"],
    ['ui/Amount.tsx', "import '../frame/session';"],
    ['frame/routes.ts', "export { plansRoute } from '../features/plans/plans.route';"],
    ['api/client.ts', "import { language } from '../i18n';"],
    ['helpers/anything.ts', "import { api } from '../api/client';"],
  ];
  for (const [file, source] of canaries) expect(faultsOf(file, source), `${file}: ${source}`).toHaveLength(1);
});

it('a route may hang under the route of another feature', () => {
  const source = "import { planRoute } from '../plans/plans.route';";
  expect(faultsOf('features/statements/statements.route.tsx', source)).toEqual([]);
});
