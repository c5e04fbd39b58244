import { expect, test } from 'vitest';
import type { Release } from '../../frame/offered';
import { courseOf, outranking, versionsBy } from './course';
import type { RuleChoice } from './rulesets.api';

const choice = (version: number, validFrom: string, ruleSet: string, pinned = false) =>
  ({
    version,
    validFrom,
    ruleSet,
    plan: null,
    follows: pinned ? null : ruleSet,
    ruleSetVersion: '1',
    sha256: `${ruleSet} 1`,
  }) as RuleChoice;

const release = (number: number, validFrom: string, ruleSet: string, setVersion = String(number)) =>
  ({
    number,
    validFrom,
    ruleSet,
    setVersion,
    sha256: `${ruleSet} ${setVersion}`,
    whole: true,
  }) as Release;

const told = (choices: RuleChoice[], releases: Release[], day: string) => {
  const { now, ahead } = courseOf(choices, releases, null, day);
  return [now, ...ahead].map((one) => one && `${one.from} ${one.choice.ruleSet} ${one.version}`);
};

test('a choice made for a later day comes after one that was made since for an earlier day', () => {
  const choices = [choice(1, '2026-11-25', 'nation'), choice(2, '2026-11-24', 'own')];
  const releases = [release(1, '2026-01-01', 'nation', '2'), release(1, '2026-01-01', 'own', '1')];
  expect(told(choices, releases, '2026-11-24')).toEqual(['2026-11-24 own 1', '2026-11-25 nation 2']);
  expect(outranking(choices, null, '2026-11-24').map(({ ruleSet }) => ruleSet)).toEqual(['nation']);
  expect(outranking(choices, null, '2026-11-25')).toEqual([]);
});

test('of later choices each day has one that holds, and a choice holds for good from the last of these days on', () => {
  const choices = [
    choice(1, '2026-12-05', 'late'),
    choice(2, '2026-12-01', 'corrected'),
    choice(3, '2026-12-01', 'soon'),
    { ...choice(1, '2026-12-09', 'elsewhere'), plan: 'a-plan' },
  ];
  const after = (from: string) => outranking(choices, null, from).map(({ ruleSet }) => ruleSet);
  expect(after('2026-11-24')).toEqual(['soon', 'late']);
  expect(after('2026-12-01')).toEqual(['late']);
  expect(after('2026-12-05')).toEqual([]);
});

test('who follows a set gets its releases, and who keeps a version does not', () => {
  const releases = [release(1, '2026-01-01', 'nation'), release(2, '2026-12-01', 'nation')];
  expect(told([choice(1, '2026-01-01', 'nation')], releases, '2026-11-24')).toEqual([
    '2026-11-24 nation 1',
    '2026-12-01 nation 2',
  ]);
  expect(told([choice(1, '2026-01-01', 'nation', true)], releases, '2026-11-24')).toEqual([
    '2026-11-24 nation 1',
  ]);
});

test('before the first choice nothing holds, and what changes nothing does not come', () => {
  const choices = [choice(1, '2026-12-01', 'own'), choice(2, '2026-12-05', 'own')];
  expect(told(choices, [release(1, '2026-01-01', 'own')], '2026-11-24')).toEqual([
    undefined,
    '2026-12-01 own 1',
  ]);
});

test('every version that was released by then may be kept, each once, the newest first', () => {
  const releases = [
    release(1, '2026-01-01', 'nation', '1'),
    release(2, '2026-02-01', 'nation', '2'),
    release(3, '2026-03-01', 'nation', '1'),
    release(4, '2026-12-01', 'nation', '3'),
    release(1, '2026-01-01', 'own'),
  ];
  expect(versionsBy(releases, 'nation', '2026-11-24').map(({ setVersion }) => setVersion)).toEqual([
    '1',
    '2',
  ]);
});
