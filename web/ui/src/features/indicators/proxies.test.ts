import { expect, it } from 'vitest';
import { proxiesFor } from './proxies';

const growth = { code: 'GROWTH', cadence: 'year', retired: false } as const;
const output = { code: 'OUTPUT', cadence: 'quarter', retired: false } as const;
const index = { code: 'INDEX', cadence: 'month', retired: false } as const;
const gone = { code: 'GONE', cadence: 'month', retired: true } as const;
const all = [growth, output, index, gone];

it('a proxy is another that is in use and reported more often', () => {
  expect(proxiesFor(all, 'GROWTH', 'year')).toEqual([output, index]);
  expect(proxiesFor(all, 'OUTPUT', 'quarter')).toEqual([index]);
  expect(proxiesFor(all, 'INDEX', 'month')).toEqual([]);
});

it('an indicator that is to be reported more seldom is still none of its own', () => {
  expect(proxiesFor(all, 'INDEX', 'year')).toEqual([output]);
});
