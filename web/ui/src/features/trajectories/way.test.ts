import { expect, test } from 'vitest';
import type { Trajectory } from './trajectories.api';
import { linesOf, monthsOf } from './way';

const trajectory = {
  indicator: 'GRDP_GROWTH',
  area: 'a',
  subgroup: '',
  checkpoints: [
    ['2024-Q4', '10.97'],
    ['2024-H1', '9.09'],
    ['2024-Q2', '9.27'],
    ['2024-01/2024-09', '9.68'],
    ['2024-Q3', '10.69'],
    ['2024-Q1', '8.8'],
  ].map(([period = '', amount = '']) => ({
    scenario: 'base',
    indicator: 'GRDP_GROWTH',
    area: 'a',
    subgroup: '',
    period,
    amount,
  })),
  assumed: [],
  figures: [{ period: '2024-H1', amount: '8.5', status: 'official' }],
  period: '2024',
} as unknown as Trajectory;

test('months come in time, and a quarter before the half-year that ends with it', () => {
  expect(monthsOf(trajectory).map(({ period }) => period)).toEqual([
    '2024-Q1',
    '2024-Q2',
    '2024-H1',
    '2024-Q3',
    '2024-01/2024-09',
    '2024-Q4',
  ]);
});

test('what is expected and what came stand on one line', () => {
  expect(monthsOf(trajectory)[2]).toMatchObject({ base: '9.09', figure: { amount: '8.5' } });
});

test('what is said of a sector is not said of the target', () => {
  const [first] = trajectory.checkpoints;
  if (!first) throw new Error('There is one.');
  const sector = {
    ...trajectory,
    checkpoints: [{ ...first, indicator: 'GRDP_GROWTH_INDUSTRY' }],
    figures: [],
  };
  expect(monthsOf(sector)).toEqual([]);
});

test('only what begins with the period lies on the line', () => {
  const { base, actual } = linesOf(trajectory);
  expect(base.map(({ x }) => Math.round(x))).toEqual([155, 300, 445]);
  expect(base.map(({ y }) => y)).toEqual([...base.map(({ y }) => y)].sort((one, other) => other - one));
  expect(actual).toHaveLength(1);
});
