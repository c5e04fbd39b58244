import { expect, it } from 'vitest';
import { inForceOn } from './inForce';

const recordedAt = '2026-11-22T20:00:00Z'; // the 23rd in Vietnam
const first = { revision: 1, decidedOn: '2024-01-01', recordedAt };
const amended = { revision: 2, decidedOn: '2023-12-15', recordedAt };
const undated = { revision: 3, decidedOn: null, recordedAt };

it('a target is on every day what was decided by then', () => {
  const revisions = [first, amended, undated];
  expect(inForceOn(revisions, '2023-10-31')).toBe(first);
  expect(inForceOn(revisions, '2023-12-15')).toBe(amended);
  expect(inForceOn(revisions, '2026-11-22')).toBe(amended);
  expect(inForceOn(revisions, '2026-11-23')).toBe(undated);
});
