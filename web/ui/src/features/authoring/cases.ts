import type { TestCase } from './authoring.api';
import { newId } from './ids';

/** As they travel: a case has no name or one in both languages, and gives only what is not as usual. */
export const clean = (cases: readonly TestCase[]): TestCase[] =>
  cases.map(({ id, name, given, rating, flags, row }) => {
    const [vi, en] = [name?.vi.trim(), name?.en.trim()];
    return {
      id,
      ...(vi || en ? { name: { vi: vi || en || '', en: en || vi || '' } } : {}),
      given: Object.fromEntries(Object.entries(given).filter(([, word]) => word)),
      rating,
      flags: flags ?? [],
      ...(row ? { row } : {}),
    };
  });

/** With a new one behind them. */
export const addCase = (cases: readonly TestCase[]): TestCase[] => [
  ...cases,
  {
    id: newId('case', (id) => cases.some((one) => one.id === id)),
    given: {},
    rating: 'on-track',
    flags: [],
  },
];
