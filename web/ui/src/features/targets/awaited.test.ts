import { expect, it } from 'vitest';
import { isAwaited } from './awaited';

it('figures are awaited of what is measured by the year, and of what cannot be rated', () => {
  expect(isAwaited({ cadence: 'year' }, 'at-risk')).toBe(true);
  expect(isAwaited({ cadence: 'year' }, 'met')).toBe(false);
  expect(isAwaited({ cadence: 'year' }, undefined)).toBe(true);
  expect(isAwaited({ cadence: 'quarter' }, 'insufficient-data')).toBe(true);
  expect(isAwaited({ cadence: 'month' }, 'on-track')).toBe(false);
  expect(isAwaited({ cadence: 'month' }, null)).toBe(false);
});
