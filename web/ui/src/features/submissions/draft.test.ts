import { expect, it } from 'vitest';
import {
  candidateOf,
  type Draft,
  faultsByCell,
  isFilled,
  isOvertaken,
  outcomeOf,
  shownOf,
  type Typed,
} from './draft';
import type { Cell, Entry } from './submissions.api';

const cell = (entry?: Partial<Entry>): Cell => ({
  cell: 7,
  indicator: 'MEAT_OUTPUT',
  name: 'Sản lượng thịt hơi xuất chuồng',
  nameEn: 'Live-weight meat output',
  unit: 'nghìn tấn',
  unitEn: 'thousand tonnes',
  decimals: 3,
  area: 'a',
  areaName: 'Lào Cai',
  subgroup: '',
  period: '2026-10',
  calendar: 'civil',
  remarks: [],
  ...(entry
    ? { entry: { status: 'estimated', recordedAt: '2026-11-01T00:00:00Z', recordedBy: 'an', ...entry } }
    : {}),
});
const draft = (of: Cell, typed: Partial<Typed>): Draft => ({
  cell: of,
  typed: { ...shownOf(of, 'vi'), ...typed },
});

it('a cell that is shown and not touched is the same', () => {
  for (const one of [
    cell(),
    cell({ amount: '35164.500000' }),
    cell({ missing: 'chờ quyết toán', note: 'xem sau' }),
    cell({}),
  ])
    expect(outcomeOf(draft(one, {}), 'vi')).toEqual({ is: 'same' });
});

it('an amount is read exactly as its reader writes numbers', () => {
  expect(outcomeOf(draft(cell(), { amount: '35.164,500001', note: ' ước ' }), 'vi')).toEqual({
    is: 'changed',
    figure: { cell: 7, status: 'outturn', amount: '35164.500001', unit: 'nghìn tấn', note: 'ước' },
  });
  expect(outcomeOf(draft(cell(), { amount: '35164.5' }), 'vi')).toEqual({
    is: 'faulty',
    because: 'amount',
  });
});

it('the same amount written otherwise is the same, another kind of figure is not', () => {
  const one = cell({ amount: '35164.5' });
  expect(outcomeOf(draft(one, { amount: '35164,50' }), 'vi').is).toBe('same');
  expect(outcomeOf(draft(one, { status: 'official' }), 'vi').is).toBe('changed');
});

it('a kind of figure alone fills no empty cell', () => {
  expect(outcomeOf(draft(cell(), { status: 'official' }), 'vi').is).toBe('same');
});

it('a reason replaces the amount, and none without words', () => {
  const one = cell({ amount: '1' });
  expect(outcomeOf(draft(one, { none: true, missing: ' chờ ' }), 'vi')).toEqual({
    is: 'changed',
    figure: { cell: 7, status: 'estimated', missing: 'chờ' },
  });
  expect(outcomeOf(draft(one, { none: true, missing: ' ' }), 'vi')).toEqual({
    is: 'faulty',
    because: 'reason',
  });
});

it('emptying a cell is a change', () => {
  expect(outcomeOf(draft(cell({ amount: '1' }), { amount: '' }), 'vi')).toEqual({
    is: 'changed',
    figure: { cell: 7, status: 'estimated' },
  });
});

it('a cell that somebody else wrote into meanwhile is known', () => {
  const one = draft(cell({ amount: '1' }), { amount: '2' });
  expect(isOvertaken(cell({ amount: '1' }), one)).toBe(false);
  expect(isOvertaken(cell({ amount: '3', recordedAt: '2026-11-02T00:00:00Z' }), one)).toBe(true);
  expect(isOvertaken(cell({ amount: '3' }), draft(cell(), { amount: '2' }))).toBe(true);
});

it('a cell is filled by a figure or by a reason', () => {
  expect([cell(), cell({}), cell({ amount: '0' }), cell({ missing: 'chờ' })].map(isFilled)).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

it('a refusal of the whole report says at which cell each fault is', () => {
  const errors = [
    { line: 2, at: '/amount', detail: 'âm' },
    { line: 41, at: '/amount', detail: 'không nguyên' },
  ];
  expect([...faultsByCell(errors, [])]).toEqual([
    [2, 'âm'],
    [41, 'không nguyên'],
  ]);
});

it('the checks are asked of what can be read as an amount, and of nothing else', () => {
  const one = cell({ amount: '12' });
  expect(candidateOf(draft(one, { amount: '-7,5' }), 'vi')).toMatchObject({
    amount: '-7.5',
    status: 'estimated',
  });
  expect(candidateOf(draft(one, { amount: 'x' }), 'vi')).toBeUndefined();
  expect(candidateOf(draft(one, { none: true }), 'vi')).toBeUndefined();
});

it('a refusal of the third figure is said at its cell', () => {
  const figures = [3, 9, 27].map((number) => ({ cell: number, status: 'official' as const }));
  const errors = [
    { at: '/figures/2/status', detail: 'quá sớm' },
    { at: '/figures', detail: 'khác' },
    { at: '/figures/8/amount', detail: 'không có' },
  ];
  expect([...faultsByCell(errors, figures)]).toEqual([[27, 'quá sớm']]);
});
