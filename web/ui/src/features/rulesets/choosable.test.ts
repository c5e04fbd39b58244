import { expect, test } from 'vitest';
import { aboutOf, type Choosable, versionOn } from './choosable';
import type { Release } from './rulesets.api';

const set = { id: 'national-growth', version: '1', sha256: 'one' } as Choosable;
const releases = [
  { ruleSet: 'national-growth', number: 2, setVersion: '2', sha256: 'two', validFrom: '2026-12-01' },
  { ruleSet: 'national-growth', number: 1, setVersion: '1', sha256: 'one', validFrom: '2026-11-01' },
] as Release[];

test('a choice for a day to come is of the version that holds then, and for a day gone of today’s', () => {
  const version = (day: string) => versionOn(set, releases, day, '2026-11-23').version;
  expect(version('2023-10-31')).toBe('1');
  expect(version('2026-11-30')).toBe('1');
  expect(version('2026-12-01')).toBe('2');
});

test('what the house brings has one version', () => {
  expect(versionOn({ ...set, id: 'default' }, releases, '2027-01-01', '2026-11-23').sha256).toBe('one');
});

test('a set that says nothing of itself is called by its id', () => {
  const name = { vi: 'Tăng trưởng', en: 'Growth' };
  expect(aboutOf(JSON.stringify({ about: { name, says: name } }), 'national-growth').name).toEqual(name);
  expect(aboutOf('{}', 'national-growth').name.en).toBe('national-growth');
  expect(aboutOf(undefined, 'national-growth').name.vi).toBe('national-growth');
});
