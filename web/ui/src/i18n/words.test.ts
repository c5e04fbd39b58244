import { expect, it } from 'vitest';
import { en } from './en';
import { vi } from './vi';

type Tree = { readonly [key: string]: string | Tree };

const flat = (tree: Tree, at = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[at + key, value]] : flat(value, `${at}${key}.`),
  );
const placeholders = (sentence: string) => (sentence.match(/{{\w+}}/g) ?? []).sort();

it('both languages say the same things', () => {
  expect(
    flat(en)
      .map(([key]) => key)
      .sort(),
  ).toEqual(
    flat(vi)
      .map(([key]) => key)
      .sort(),
  );
});

it('a sentence has the same placeholders in both languages', () => {
  const english = new Map(flat(en));
  for (const [key, sentence] of flat(vi))
    expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(sentence));
});

it('nothing is left unsaid', () => {
  for (const [key, sentence] of [...flat(vi), ...flat(en)]) expect(sentence.trim(), key).not.toBe('');
});

it('the words for ratings are those of the planners', () => {
  expect(Object.values(vi.rating)).toEqual([
    'vượt',
    'đạt',
    'xấp xỉ đạt',
    'không đạt',
    'đúng tiến độ',
    'chậm tiến độ',
    'có nguy cơ không đạt',
    'chưa đủ số liệu',
  ]);
});

it('the interface never calls a province a tenant', () => {
  for (const [, sentence] of flat(vi)) expect(sentence).not.toMatch(/khách thuê/i);
});
