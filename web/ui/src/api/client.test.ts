import { expect, it } from 'vitest';
import { allOf, creating } from './client';

it('pressing the button again after a lost answer sends the same key, and a new figure a new one', async () => {
  const sent: string[] = [];
  let lost = true;
  const create = creating(async (_: { amount: string }, headers) => {
    sent.push(headers['Idempotency-Key']);
    if (lost) throw new TypeError('network');
    return 'created';
  });
  await expect(create({ amount: '1' })).rejects.toThrow();
  lost = false;
  await create({ amount: '1' });
  await create({ amount: '2' });
  await create({ amount: '1' });
  expect(sent[1]).toBe(sent[0]);
  expect(new Set(sent).size).toBe(3);
});

it('a list is read to its last page', async () => {
  const pages: Record<string, { items: number[]; next: string | null }> = {
    first: { items: [1, 2], next: 'b' },
    b: { items: [3], next: null },
  };
  expect(await allOf(async (after) => pages[after ?? 'first'] ?? { items: [] })).toEqual([1, 2, 3]);
});
