import { expect, it } from 'vitest';
import {
  type Drafts,
  keyOf,
  type Line,
  lineOf,
  linesOf,
  newestOf,
  outcomeOf,
  textOf,
  typeInto,
  withdraw,
} from './lines';
import type { Scope, Threshold, Thresholds } from './thresholds.api';

const threshold = (scope: Scope, version: number, validFrom: string, behindFrom = '0.9'): Threshold => ({
  ...scope,
  id: `${keyOf(scope)} ${version}`,
  version,
  exceededFrom: '1.05',
  nearlyFrom: '0.95',
  onTrackFrom: '1',
  behindFrom,
  tolerance: '0.05',
  likelyFrom: '0.8',
  openFrom: '0.2',
  staleFrom: 2,
  rangeMet: 'or-better',
  ceilingIndex: 'two-minus',
  withdrawn: false,
  validFrom,
  reason: 'thử',
  recordedAt: '2026-11-23T10:00:00Z',
  recordedBy: 'lc.quytac',
});

const growth: Scope = { level: 'indicator', indicator: 'GROWTH' };
const inPlace: Scope = { level: 'area', indicator: 'GROWTH', area: 'place' };
const nation = threshold({ level: 'nation' }, 1, '2000-01-01', '0.7');
const province = threshold({ level: 'province' }, 1, '2000-01-01');
const comingProvince = threshold({ level: 'province' }, 2, '2030-01-01', '0.1');
const own = threshold(growth, 1, '2020-01-01', '0.85');
const comingInPlace = threshold(inPlace, 1, '2029-01-01', '0.8');
const all: Thresholds = {
  asOf: '2026-11-24',
  nation,
  province,
  indicators: [own],
  areas: [],
  coming: [comingInPlace, comingProvince],
  versions: [nation, comingProvince, province, own, comingInPlace],
};

const lines = (added: Scope[] = []) => linesOf(all, [{ code: 'GROWTH' }, { code: 'OTHER' }], added);
const lineOfGrowth = (): Line => lineOf(all)(growth);

it('a line shows what holds and says whose that is, also while something else is coming', () => {
  expect(
    lines().map(({ key, threshold, from, coming }) => [key, threshold?.id, from, coming.length]),
  ).toEqual([
    ['nation', nation.id, 'own', 0],
    [' ', province.id, 'own', 1],
    ['GROWTH ', own.id, 'own', 0],
    ['GROWTH place', own.id, 'indicator', 1],
    ['OTHER ', province.id, 'province', 0],
  ]);
});

it('an edit must have seen the newest version, which need not be the one that holds', () => {
  expect(lines().map(newestOf)).toEqual([1, 2, 1, 1, 0]);
});

it('a place is added once, however often it is asked for', () => {
  expect(
    lines([inPlace, { level: 'area', indicator: 'OTHER', area: 'place' }]).map(({ key }) => key),
  ).toEqual(['nation', ' ', 'GROWTH ', 'GROWTH place', 'OTHER ', 'OTHER place']);
});

it('before the first threshold a line has none', () => {
  const none = { ...all, nation: null, province: null, indicators: [] };
  expect(lineOf(none)(growth).threshold).toBeUndefined();
});

it('a province without its own is rated by the nation, and so is what inherits from it', () => {
  const inherited = lineOf({ ...all, province: null, indicators: [] });
  expect(inherited({ level: 'province' })).toMatchObject({ threshold: nation, from: 'nation' });
  expect(inherited(growth)).toMatchObject({ threshold: nation, from: 'nation' });
  expect(inherited(inPlace)).toMatchObject({ threshold: nation, from: 'nation' });
});

it('a withdrawal holds until something of its own is set again', () => {
  const withdrawn = { ...threshold(growth, 2, '2021-01-01'), withdrawn: true };
  const line = lineOf({ ...all, indicators: [], versions: [withdrawn, own] })(growth);
  expect([line.own, line.from]).toEqual([withdrawn.id, 'province']);
  expect(lineOfGrowth().own).toBe(own.id);
});

it('what is typed makes way for a withdrawal, and a withdrawal taken back is no change', () => {
  const line = lineOfGrowth();
  const withdrawn = withdraw(typeInto(new Map(), line, 'behindFrom', '82,5', 'vi'), line);
  expect(withdrawn.get(line.key)).toEqual({ seen: 1, typed: {}, withdrawn: true });
  expect(withdraw(withdrawn, line).size).toBe(0);
});

it('what is typed stays beside what holds, and typed back it is no change', () => {
  const line = lineOfGrowth();
  const changed = typeInto(new Map(), line, 'behindFrom', '82,5', 'vi');
  expect(changed.get(line.key)).toEqual({ seen: 1, typed: { behindFrom: '82,5' } });
  const both = typeInto(changed, line, 'rangeMet', 'inside', 'vi');
  expect(both.get(line.key)?.typed).toEqual({ behindFrom: '82,5', rangeMet: 'inside' });
  const back = typeInto(typeInto(both, line, 'rangeMet', 'or-better', 'vi'), line, 'behindFrom', '85', 'vi');
  expect(back.size).toBe(0);
});

it('a draft remembers the version it began at', () => {
  const drafts: Drafts = typeInto(new Map(), lineOfGrowth(), 'behindFrom', '80', 'vi');
  const newer = lineOf({ ...all, versions: [threshold(growth, 2, '2021-01-01'), own] })(growth);
  expect(newestOf(newer)).toBe(2);
  expect(typeInto(drafts, newer, 'openFrom', '10', 'vi').get(newer.key)?.seen).toBe(1);
});

it('what is saved is all that the line shows, exactly', () => {
  const { values, faults } = outcomeOf(
    own,
    { behindFrom: '82,5', staleFrom: '3', ceilingIndex: 'inverse' },
    'vi',
  );
  expect(faults.size).toBe(0);
  expect(values).toEqual({
    exceededFrom: '1.05',
    nearlyFrom: '0.95',
    onTrackFrom: '1',
    behindFrom: '0.825',
    tolerance: '0.05',
    likelyFrom: '0.8',
    openFrom: '0.2',
    staleFrom: 3,
    rangeMet: 'or-better',
    ceilingIndex: 'inverse',
  });
  expect(textOf(own, 'behindFrom', 'vi')).toBe('85');
});

it('what cannot be read or leaves the order is said of its cell', () => {
  const faultsOf = (typed: Parameters<typeof outcomeOf>[1]) => [...outcomeOf(own, typed, 'vi').faults];
  expect(faultsOf({ nearlyFrom: 'nhiều', staleFrom: '1,5' })).toEqual([
    ['nearlyFrom', 'unreadable'],
    ['staleFrom', 'count'],
  ]);
  expect(faultsOf({ exceededFrom: '' })).toEqual([['exceededFrom', 'unreadable']]);
  expect(faultsOf({ onTrackFrom: '85' })).toEqual([['behindFrom', 'order2']]);
});
