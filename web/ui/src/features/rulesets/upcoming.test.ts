import { expect, test } from 'vitest';
import type { Release, RuleChoice } from './rulesets.api';
import { followers, releasedOn, upcoming } from './upcoming';

const release = (number: number, validFrom: string, ruleSet = 'national-growth', origin = 'nation') =>
  ({ number, validFrom, ruleSet, origin }) as Release;
const choice = (version: number, validFrom: string, follows: string | null, plan: string | null = null) =>
  ({ version, validFrom, follows, plan }) as RuleChoice;

test('a release holds from its day until another does, and of one day the newest holds', () => {
  const releases = [release(3, '2026-12-01'), release(2, '2026-11-24'), release(1, '2026-11-24')];
  expect(releasedOn(releases, 'national-growth', '2026-11-23')).toBeUndefined();
  expect(releasedOn(releases, 'national-growth', '2026-11-24')?.number).toBe(2);
  expect(releasedOn(releases, 'national-growth', '2026-12-24')?.number).toBe(3);
  expect(releasedOn(releases, 'national-other', '2026-12-24')).toBeUndefined();
});

test('upcoming are the nation’s releases after today that will hold, the soonest first', () => {
  const releases = [
    release(4, '2026-12-01'),
    release(3, '2026-11-24'),
    release(2, '2026-11-24'),
    release(1, '2026-11-23'),
    release(1, '2026-11-30', 'own', 'province'),
  ];
  expect(upcoming(releases, '2026-11-23').map(({ number }) => number)).toEqual([3, 4]);
});

test('a release will hold for whoever follows its set on its first day', () => {
  const next = release(2, '2026-12-01');
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
