import type { TestCase } from './authoring.api';

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

/** A new one, with an id that no other has: `case-1`, `case-2`, … */
export function addCase(cases: readonly TestCase[]): TestCase[] {
  let number = cases.length + 1;
  while (cases.some(({ id }) => id === `case-${number}`)) number++;
  return [...cases, { id: `case-${number}`, given: {}, rating: 'on-track', flags: [] }];
}
