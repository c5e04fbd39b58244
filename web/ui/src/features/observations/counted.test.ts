import { expect, it } from 'vitest';
import { counted, firmerThan } from './counted';

const vintage = (status: 'estimated' | 'official' | 'revised', knownOn: string, withdrawn = false) => ({
  status,
  knownOn,
  recordedAt: `${knownOn}T00:00:00Z`,
  withdrawal: withdrawn ? { withdrawnOn: knownOn, reason: '', recordedAt: '', recordedBy: '' } : null,
});

it('a late estimate counts before a revised figure, which is named as the firmer one', () => {
  const revised = vintage('revised', '2023-05-01');
  const late = vintage('estimated', '2023-06-01');
  expect(counted([revised, late], '2023-12-31')).toBe(late);
  expect(firmerThan(late, [revised, late])).toBe(revised);
  expect(counted([revised, late], '2023-05-31')).toBe(revised);
  expect(firmerThan(revised, [revised, late])).toBeUndefined();
});

it('of one day the firmer counts, and what is withdrawn never', () => {
  const estimate = vintage('estimated', '2023-05-01');
  const official = vintage('official', '2023-05-01');
  expect(counted([estimate, official], '2023-12-31')).toBe(official);
  expect(counted([estimate, vintage('official', '2023-05-02', true)], '2023-12-31')).toBe(estimate);
});
