import { expect, it } from 'vitest';
import { inForceOn } from './inForce';

const first = { revision: 1, decidedOn: '2024-01-01' };
const drafted = { revision: 2, decidedOn: null };
const amended = { revision: 3, decidedOn: '2023-12-15' };

it('a target is on every day what was decided by then', () => {
  expect(inForceOn([first], '2023-10-31')).toBe(first);
  const revisions = [first, drafted, amended];
  expect(inForceOn(revisions, '2023-10-31')).toBe(drafted);
  expect(inForceOn(revisions, '2023-12-14')).toBe(drafted);
  expect(inForceOn(revisions, '2023-12-15')).toBe(amended);
});
