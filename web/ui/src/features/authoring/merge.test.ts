import { expect, it } from 'vitest';
import type { TestCase } from './authoring.api';
import { type Conflict, decide } from './merge';

const model = (change: Record<string, unknown> = {}) => ({
  columns: ['phase', 'age'],
  rows: [
    { rule: 'a', when: ['ahead', '-'], rating: 'met', flags: [], vi: 'Một', en: 'One' },
    { rule: 'b', when: ['running', 'stale'], rating: 'behind', flags: [], vi: 'Hai', en: 'Two' },
  ],
  about: { name: { vi: 'Tên', en: 'Name' } },
  ...change,
});
const row = (of: { rows: Record<string, unknown>[] }, rule: string) =>
  of.rows.find((one) => one.rule === rule);

/** What becomes of a model whose conflicts are decided all for theirs. */
function taken(theirs: object, conflicts: Conflict[], mine: object = model()) {
  const texts = { merged: alone(mine), mine: alone(mine), theirs: alone(theirs) };
  expect(JSON.parse(decide(texts, conflicts, new Set()).model)).toEqual(mine);
  return JSON.parse(decide(texts, conflicts, new Set(conflicts.keys())).model);
}
const alone = (of: object, ...cases: TestCase[]) => ({ model: JSON.stringify(of), cases });

it('a field of a row is theirs where theirs is chosen', () => {
  const theirs = model({ rows: [{ ...model().rows[0], rating: 'exceeded' }, model().rows[1]] });
  const cell = { part: 'row', thing: 'a', field: 'rating' };
  const after = taken(theirs, [{ cell, mine: 'met', theirs: 'exceeded' }]);
  expect(row(after, 'a')?.rating).toBe('exceeded');
});

it('a cell is found by its column, whatever their order of columns', () => {
  const theirs = model({
    columns: ['age', 'phase'],
    rows: [{ ...model().rows[0], when: ['fresh', 'ahead'] }, model().rows[1]],
  });
  const after = taken(theirs, [
    { cell: { part: 'row', thing: 'a', field: 'when/age' }, mine: '-', theirs: 'fresh' },
  ]);
  expect(row(after, 'a')?.when).toEqual(['ahead', 'fresh']);
});

it('a row that they removed goes where theirs is chosen', () => {
  const cell = { part: 'row', thing: 'b', field: '' };
  const after = taken(model({ rows: [model().rows[0]] }), [{ cell, mine: 'b', theirs: null }]);
  expect(after.rows).toHaveLength(1);
});

it('a row that I removed goes where mine is chosen', () => {
  const texts = {
    merged: alone(model()),
    mine: alone(model({ rows: [model().rows[0]] })),
    theirs: alone(model()),
  };
  const cell = { part: 'row', thing: 'b', field: '' };
  const after = decide(texts, [{ cell, mine: null, theirs: 'b' }], new Set());
  expect(JSON.parse(after.model).rows).toHaveLength(1);
});

it('a field of the model is found by its path, and goes where they have none', () => {
  const theirs = model({ about: { name: { vi: 'Khác', en: 'Name' } } });
  const name = { cell: { part: 'model', field: 'about/name/vi' }, mine: 'Tên', theirs: 'Khác' };
  expect(taken(theirs, [name]).about).toEqual({ name: { vi: 'Khác', en: 'Name' } });
  const by = { cell: { part: 'model', field: 'rollUp/by' }, mine: 'worst', theirs: null };
  expect(taken(model(), [by], model({ rollUp: { by: 'worst' } }))).toEqual(model());
});

it('a column that they removed goes with its cells', () => {
  const theirs = model({ columns: ['phase'] });
  const cell = { part: 'model', field: 'columns/age' };
  const after = taken(theirs, [{ cell, mine: 'age', theirs: null }]);
  expect(after.columns).toEqual(['phase']);
  expect(row(after, 'b')?.when).toEqual(['running']);
});

it('of a torn stretch their order is taken, and what lies outside it stays where it is', () => {
  const rows = (...rules: string[]) => model({ rows: rules.map((rule) => ({ rule, when: ['-', '-'] })) });
  const after = taken(
    rows('b', 'a', 'x', 'y'),
    [{ cell: { part: 'order', field: 'rows' }, mine: 'a, b', theirs: 'b, a' }],
    rows('new', 'a', 'b', 'y', 'x'),
  );
  expect(after.rows.map((one: { rule: string }) => one.rule)).toEqual(['new', 'b', 'a', 'y', 'x']);
});

const test = (id: string, change: Partial<TestCase> = {}): TestCase => ({
  id,
  given: { phase: 'ended' },
  rating: 'met',
  flags: [],
  ...change,
});
const cases = (
  merged: TestCase[],
  mine: TestCase[],
  theirs: TestCase[],
  conflict: Conflict,
  isTheirs: boolean,
) =>
  decide(
    { merged: alone(model(), ...merged), mine: alone(model(), ...mine), theirs: alone(model(), ...theirs) },
    [conflict],
    new Set(isTheirs ? [0] : []),
  ).cases;

it('cases that both inserted both stay, whichever comes first', () => {
  const both = [test('m'), test('t')];
  const order = { cell: { part: 'order', field: 'cases' }, mine: 'm, t', theirs: 't, m' };
  const ids = (isTheirs: boolean) =>
    cases(both, [test('m')], [test('t')], order, isTheirs).map(({ id }) => id);
  expect(ids(false)).toEqual(['m', 't']);
  expect(ids(true)).toEqual(['t', 'm']);
});

it('of a case that both edited each field is as it was chosen', () => {
  const mine = test('a', { rating: 'missed', row: 'x' });
  const theirs = test('a', { rating: 'behind' });
  const rating = { cell: { part: 'case', thing: 'a', field: 'rating' }, mine: 'missed', theirs: 'behind' };
  expect(cases([mine], [mine], [theirs], rating, false)).toEqual([mine]);
  expect(cases([mine], [mine], [theirs], rating, true)).toEqual([{ ...mine, rating: 'behind' }]);
  const given = { cell: { part: 'case', thing: 'a', field: 'given/phase' }, mine: 'ended', theirs: null };
  expect(cases([mine], [mine], [test('a', { given: {} })], given, true)[0]?.given).toEqual({});
});

it('a case that one deleted and the other edited goes or stays as it was chosen', () => {
  const edited = test('a', { rating: 'missed' });
  const mineGone = { cell: { part: 'case', thing: 'a', field: '' }, mine: null, theirs: 'a' };
  expect(cases([edited], [], [edited], mineGone, false)).toEqual([]);
  expect(cases([edited], [], [edited], mineGone, true)).toEqual([edited]);
});

it('cases that both moved stand as it was chosen, and those beside them stay', () => {
  const ids = ['b', 'c', 'a', 'd'].map((id) => test(id));
  const order = { cell: { part: 'order', field: 'cases' }, mine: 'b, c, a', theirs: 'c, b, a' };
  expect(cases(ids, ids, ids, order, true).map(({ id }) => id)).toEqual(['c', 'b', 'a', 'd']);
});

it('what is decided of cases changes nothing of the model, and the other way round', () => {
  const texts = {
    merged: alone(model(), test('a')),
    mine: alone(model(), test('a')),
    theirs: alone(model({ hit: 'collect' }), test('a', { rating: 'missed' })),
  };
  const both = [
    { cell: { part: 'model', field: 'hit' }, mine: null, theirs: 'collect' },
    { cell: { part: 'case', thing: 'a', field: 'rating' }, mine: 'met', theirs: 'missed' },
  ];
  const after = decide(texts, both, new Set([1]));
  expect(JSON.parse(after.model)).toEqual(model());
  expect(after.cases).toEqual([test('a', { rating: 'missed' })]);
});
