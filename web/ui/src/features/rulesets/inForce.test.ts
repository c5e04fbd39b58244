import { expect, test } from 'vitest';
import { inForce } from './inForce';
import type { RuleChoice } from './rulesets.api';

const choice = (version: number, validFrom: string, plan: string | null = null) =>
  ({ version, validFrom, plan, ruleSet: `set-${version}` }) as RuleChoice;

test('the newest day that has come holds, whatever the order of versions', () => {
  const choices = [choice(3, '2026-12-01'), choice(2, '2026-01-01'), choice(1, '2026-06-01')];
  expect(inForce(choices, null, '2026-11-22')?.version).toBe(1);
  expect(inForce(choices, null, '2026-12-01')?.version).toBe(3);
  expect(inForce(choices, null, '2025-12-31')).toBeUndefined();
});

test('of one day the newest version holds', () => {
  expect(inForce([choice(1, '2026-01-01'), choice(2, '2026-01-01')], null, '2026-01-01')?.version).toBe(2);
});

test('a plan is asked about by itself', () => {
  const choices = [choice(1, '2026-01-01'), choice(1, '2026-01-01', 'a-plan')];
  expect(inForce(choices, 'a-plan', '2026-01-01')?.plan).toBe('a-plan');
  expect(inForce(choices, 'another', '2026-01-01')).toBeUndefined();
});
