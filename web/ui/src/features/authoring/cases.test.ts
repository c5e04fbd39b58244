import { expect, it } from 'vitest';
import { addCase, clean } from './cases';

it('a case travels with what is not as usual and with a name in both languages', () => {
  const given = { phase: 'ended', age: '' };
  expect(clean([{ id: 'a', name: { vi: ' Tên ', en: '' }, given, rating: 'met', row: '' }])).toEqual([
    { id: 'a', name: { vi: 'Tên', en: 'Tên' }, given: { phase: 'ended' }, rating: 'met', flags: [] },
  ]);
  expect(clean([{ id: 'a', name: { vi: '', en: ' ' }, given: {}, rating: 'met' }])[0]).not.toHaveProperty(
    'name',
  );
});

it('a new case has an id of its own', () => {
  const [mine, theirs] = [addCase([]), addCase([])];
  expect(mine[0]?.id).toMatch(/^case-[a-z0-9]{6}$/);
  expect(mine[0]?.id).not.toBe(theirs[0]?.id);
  expect(addCase(mine)[0]).toEqual(mine[0]);
});
