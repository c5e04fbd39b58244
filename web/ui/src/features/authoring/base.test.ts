import { expect, it } from 'vitest';
import type { Release, RuleSet } from '../../frame/offered';
import { isSame, newerBase, underNameOf } from './base';

const release = (number: number, sha256: string, whole = true) =>
  ({ ruleSet: 'national-growth', number, setVersion: String(number), sha256, whole }) as Release;
const base = { id: 'national-growth', version: '1', sha256: 'one' };

it('the newest whole release of the base is news, unless the draft was begun as it', () => {
  expect(newerBase(base, [release(2, 'two'), release(1, 'one')], [])).toEqual({
    version: '2',
    sha256: 'two',
  });
  expect(newerBase(base, [release(1, 'one')], [])).toBeUndefined();
  expect(newerBase(base, [release(2, 'two', false), release(1, 'one')], [])).toBeUndefined();
  // Released once more, the first version is the newest one again.
  expect(newerBase(base, [release(3, 'one'), release(2, 'two'), release(1, 'one')], [])).toBeUndefined();
  expect(newerBase({ ...base, id: 'another' }, [release(2, 'two')], [])).toBeUndefined();
});

it('what comes with the house is news once it comes in another version', () => {
  const set = { id: 'default', origin: 'house', version: '8', sha256: 'eight' } as RuleSet;
  const seven = { id: 'default', version: '7', sha256: 'seven' };
  expect(newerBase(seven, [], [set])?.version).toBe('8');
  expect(newerBase({ ...seven, sha256: 'eight' }, [], [set])).toBeUndefined();
});

it('a base is compared under the draft’s id and version', () => {
  const text = JSON.stringify({ id: 'national-growth', version: '2', hit: 'first', columns: [], rows: [] });
  const under = underNameOf({ ruleSet: 'growth', setVersion: '1' }, text) ?? '';
  expect(JSON.parse(under)).toMatchObject({ id: 'growth', version: '1' });
  expect(underNameOf({ ruleSet: 'growth', setVersion: '1' }, 'no table')).toBeUndefined();
});

it('two spellings of one rule set are the same', () => {
  const one = {
    id: 'a',
    version: '1',
    columns: ['phase'],
    rows: [{ rule: 'r', when: ['ahead'], rating: 'met' }],
  };
  const other = { ...one, rows: [{ rating: 'met', rule: 'r', when: [['ahead']] }] };
  expect(isSame(JSON.stringify(one), JSON.stringify(other))).toBe(true);
  expect(isSame(JSON.stringify(one), JSON.stringify({ ...one, version: '2' }))).toBe(false);
});
