import { expect, it } from 'vitest';
import { type Conflict, decide, mergedById } from './merge';

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
  const texts = { merged: JSON.stringify(mine), mine: JSON.stringify(mine), theirs: JSON.stringify(theirs) };
  expect(JSON.parse(decide(texts, conflicts, new Set()))).toEqual(mine);
  return JSON.parse(decide(texts, conflicts, new Set(conflicts.keys())));
}

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
    merged: JSON.stringify(model()),
    mine: JSON.stringify(model({ rows: [model().rows[0]] })),
    theirs: JSON.stringify(model()),
  };
  const cell = { part: 'row', thing: 'b', field: '' };
  expect(JSON.parse(decide(texts, [{ cell, mine: null, theirs: 'b' }], new Set())).rows).toHaveLength(1);
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

it('their order is taken, and what they do not have stays behind its neighbour', () => {
  const mine = model({ rows: [...model().rows, { rule: 'c' }] });
  const theirs = model({ rows: [...model().rows].reverse() });
  const after = taken(
    theirs,
    [{ cell: { part: 'order', field: 'rows' }, mine: 'a, b', theirs: 'b, a' }],
    mine,
  );
  expect(after.rows.map((one: { rule: string }) => one.rule)).toEqual(['b', 'c', 'a']);
});

it('of test cases mine stays where I changed it, theirs elsewhere', () => {
  const base = [
    { id: 'a', says: 1 },
    { id: 'b', says: 1 },
    { id: 'gone', says: 1 },
  ];
  const mine = [
    { id: 'a', says: 2 },
    { id: 'b', says: 1 },
    { id: 'new', says: 9 },
  ];
  const theirs = [
    { id: 'a', says: 3 },
    { id: 'b', says: 4 },
    { id: 'gone', says: 1 },
  ];
  expect(mergedById(base, mine, theirs)).toEqual([
    { id: 'a', says: 2 },
    { id: 'b', says: 4 },
    { id: 'new', says: 9 },
  ]);
});
