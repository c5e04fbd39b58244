import { expect, it } from 'vitest';
import {
  addColumn,
  addRow,
  allowing,
  duplicateRow,
  type Model,
  moveRow,
  parse,
  removeColumn,
  removeRow,
  withCell,
  write,
} from './model';

const text = JSON.stringify({
  id: 'lao-cai',
  version: '1',
  engine: 'native',
  hit: 'first',
  columns: ['phase', 'evidence'],
  rows: [
    { rule: 'a', when: ['ahead', '-'], rating: 'insufficient-data', flags: [], vi: 'Một', en: 'One' },
    {
      rule: 'b',
      when: [['running', 'ended'], 'full'],
      rating: 'missed',
      flags: [{ code: 'missed', severity: 'high' }],
      vi: 'Hai',
      en: 'Two',
    },
  ],
  alerts: [
    {
      rule: 'old',
      when: { phase: 'running', age: 'stale' },
      flag: { code: 'stale', severity: 'low' },
      vi: 'Cũ',
      en: 'Old',
    },
  ],
  rollUp: { by: 'worst' },
  allows: ['more-scores-less'],
});
const model = () => {
  const read = parse(text);
  if (!read) throw new Error('The example must be a model.');
  return read;
};
const rules = ({ rows }: Model) => rows.map(({ rule }) => rule).join(' ');

it('what is read is written the same, with what the screen does not show', () => {
  expect(write(model())).toBe(text);
});

it('an unfinished text is read, and what it lacks is empty', () => {
  const unfinished = parse('{"columns": ["phase"], "rows": [{}]}');
  expect(unfinished?.rows[0]).toEqual({ rule: '', when: [[]], rating: '', flags: [], vi: '', en: '' });
});

it('what is no table is not read', () => {
  expect(parse('{"rows"')).toBeUndefined();
  expect(parse('[]')).toBeUndefined();
  expect(parse('{"rows": []}')).toBeUndefined();
});

it('words of a cell are written in the order of their fact, and none of them as any', () => {
  const chosen = withCell(model(), 0, 0, ['ended', 'ahead']);
  expect(JSON.parse(write(chosen)).rows[0].when).toEqual([['ahead', 'ended'], '-']);
  expect(JSON.parse(write(withCell(chosen, 0, 0, []))).rows[0].when).toEqual(['-', '-']);
});

it('a new row stands where it was put, with an id of its own', () => {
  expect(rules(addRow(addRow(model(), 1), 1))).toMatch(/^a row-\w{6} row-\w{6} b$/);
});

it('a duplicate follows its row under another id', () => {
  const twice = duplicateRow(duplicateRow(model(), 1), 1);
  expect(rules(twice)).toMatch(/^a b b-\w{6} b-\w{6}$/);
  expect(twice.rows[2]?.vi).toBe('Hai');
});

it('rows that two people add have two ids', () => {
  expect(addRow(model(), 0).rows[0]?.rule).not.toBe(addRow(model(), 0).rows[0]?.rule);
});

it('a row moves within the table and not out of it', () => {
  expect(rules(moveRow(model(), 0, 1))).toBe('b a');
  expect(rules(moveRow(model(), 0, -1))).toBe('a b');
  expect(rules(moveRow(model(), 1, 2))).toBe('a b');
});

it('the last row and the last column stay', () => {
  expect(rules(removeRow(removeRow(model(), 0), 0))).toBe('b');
  expect(removeColumn(removeColumn(model(), 'phase'), 'evidence').columns).toEqual(['evidence']);
});

it('a column comes with cells that ask nothing, and goes with its cells', () => {
  const wider = addColumn(model(), 'age');
  expect(wider.rows[1]?.when).toEqual([['running', 'ended'], ['full'], []]);
  expect(removeColumn(wider, 'phase').rows[1]?.when).toEqual([['full'], []]);
});

it('what is meant is declared once, taken back, and leaves the rest alone', () => {
  const none = allowing(model(), 'more-scores-less', false);
  expect(none.allows).toEqual([]);
  expect(JSON.parse(write(none))).not.toHaveProperty('allows');
  expect(allowing(allowing(none, 'more-scores-less', true), 'more-scores-less', true).allows).toEqual([
    'more-scores-less',
  ]);
  expect(allowing({ ...none, allows: ['unknown'] }, 'more-scores-less', true).allows).toEqual([
    'unknown',
    'more-scores-less',
  ]);
});
