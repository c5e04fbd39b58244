import { expect, test } from 'vitest';
import type { Release } from '../../frame/offered';
import { followers, isKeptBack } from './followers';
import type { RuleChoice } from './rulesets.api';

const choice = (version: number, validFrom: string, follows: string | null, plan: string | null = null) =>
  ({ version, validFrom, follows, plan }) as RuleChoice;

test('a release will hold for whoever follows its set on its first day', () => {
  const next = { ruleSet: 'national-growth', validFrom: '2026-12-01' } as Release;
  expect(followers([choice(1, '2026-11-24', 'national-growth')], next)).toEqual([null]);
  expect(followers([choice(1, '2026-12-02', 'national-growth')], next)).toEqual([]);
  expect(
    followers(
      [
        choice(1, '2026-01-01', 'national-growth'),
        choice(2, '2026-11-30', null),
        choice(1, '2026-01-01', 'national-growth', 'a-plan'),
        choice(1, '2026-01-01', 'national-other', 'another'),
      ],
      next,
    ),
  ).toEqual(['a-plan']);
});

test('a release passes by who keeps another version of its set for good', () => {
  const next = { ruleSet: 'national-growth', validFrom: '2026-12-01', sha256: 'b' } as Release;
  const kept = (sha256: string) => ({
    ...choice(1, '2026-11-24', null),
    ruleSet: 'national-growth',
    sha256,
  });
  expect(isKeptBack([kept('a')], next)).toBe(true);
  expect(isKeptBack([kept('b')], next)).toBe(false);
  expect(isKeptBack([{ ...kept('a'), follows: 'national-growth' }], next)).toBe(false);
  expect(isKeptBack([kept('a'), { ...choice(2, '2026-12-01', 'national-other'), ruleSet: 'x' }], next)).toBe(
    false,
  );
});
