import { expect, test } from 'vitest';
import { aboutOf, firstOnes, type Release, releasedOn, upcoming, type Version, versionOn } from './offered';

const release = (number: number, validFrom: string, ruleSet = 'national-growth') =>
  ({ ruleSet, number, setVersion: String(number), sha256: `hash-${number}`, validFrom }) as Release;

test('a release holds from its day until another does, and of one day the newest holds', () => {
  const releases = [release(3, '2026-12-01'), release(2, '2026-11-24'), release(1, '2026-11-24')];
  expect(releasedOn(releases, 'national-growth', '2026-11-23')).toBeUndefined();
  expect(releasedOn(releases, 'national-growth', '2026-11-24')?.number).toBe(2);
  expect(releasedOn(releases, 'national-growth', '2026-12-24')?.number).toBe(3);
  expect(releasedOn(releases, 'national-other', '2026-12-24')).toBeUndefined();
});

test('upcoming are the releases after today that will hold, the soonest first', () => {
  const releases = [
    release(4, '2026-12-01'),
    release(3, '2026-11-24'),
    release(2, '2026-11-24'),
    release(1, '2026-11-23'),
  ];
  expect(upcoming(releases, '2026-11-23').map(({ number }) => number)).toEqual([3, 4]);
});

test('a set that is not on offer yet is there once, by the first of its releases', () => {
  const ahead = [release(1, '2026-11-24'), release(2, '2026-12-01'), release(9, '2026-12-01', 'own')];
  expect(firstOnes(ahead, [{ id: 'own' }]).map(({ number }) => number)).toEqual([1]);
});

const set = { id: 'national-growth', version: '1', sha256: 'hash-1' } as Version;
const releases = [release(2, '2026-12-01'), release(1, '2026-11-01')];

test('a choice for a day to come is of the version that holds then, and for a day gone of today’s', () => {
  const version = (day: string) => versionOn(set, releases, day, '2026-11-23').version;
  expect(version('2023-10-31')).toBe('1');
  expect(version('2026-11-30')).toBe('1');
  expect(version('2026-12-01')).toBe('2');
});

test('what the house brings has one version', () => {
  expect(versionOn({ ...set, id: 'default' }, releases, '2027-01-01', '2026-11-23').sha256).toBe('hash-1');
});

test('a set that says nothing of itself is called by its id', () => {
  const name = { vi: 'Tăng trưởng', en: 'Growth' };
  expect(aboutOf(JSON.stringify({ about: { name, says: name } }), 'national-growth').name).toEqual(name);
  expect(aboutOf('{}', 'national-growth').name.en).toBe('national-growth');
});
