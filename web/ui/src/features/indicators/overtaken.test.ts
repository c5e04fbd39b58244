import { expect, test } from 'vitest';
import type { Description, Indicator } from './indicators.api';
import { changedSince, untyped } from './overtaken';

const seen = { name: 'Thu', nameEn: 'Revenue', source: 'A', leadUnit: null, retired: false } as Indicator;
const newer = { ...seen, name: 'Thu ngân sách', source: 'B', leadUnit: 'STC' } as Indicator;

test('what somebody else described otherwise is named, and nothing that is left out either way', () => {
  expect(changedSince(seen, newer)).toEqual(['name', 'leadUnit', 'source']);
  expect(changedSince(seen, { ...seen, leadUnit: undefined } as Indicator)).toEqual([]);
});

test('newer words come in where nothing was typed, and what was typed stays', () => {
  const typed = { ...seen, source: 'của tôi' } as Partial<Description>;
  expect(untyped(typed, seen, newer)).toEqual({ name: 'Thu ngân sách', leadUnit: 'STC' });
});
