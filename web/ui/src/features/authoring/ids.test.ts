import { expect, it } from 'vitest';
import { newId } from './ids';

const none = () => false;

it('what two people add at the same time are two things', () => {
  const ids = new Set(Array.from({ length: 200 }, () => newId('row', none)));
  expect(ids.size).toBe(200);
  for (const id of ids) expect(id).toMatch(/^row-[a-z0-9]{6}$/);
});

it('a copy is called after its original, and a copy of a copy too', () => {
  expect(newId('n5-row', none)).toMatch(/^n5-row-[a-z0-9]{6}$/);
  expect(newId(newId('n5-row', none), none)).toMatch(/^n5-row-[a-z0-9]{6}$/);
  expect(newId('row-2', none)).toMatch(/^row-[a-z0-9]{6}$/);
});

it('an id is as long as ids may be, and has no empty part', () => {
  const id = newId(`${'a'.repeat(32)}-bcd`, none);
  expect(id).toMatch(/^a{32}-[a-z0-9]{6}$/);
  expect(newId('a'.repeat(40), none)).toHaveLength(40);
});

it('a taken id is not given again', () => {
  const first: string[] = [];
  newId('row', (id) => first.push(id) < 3);
  expect(new Set(first).size).toBe(3);
});
