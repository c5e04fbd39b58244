import { describe, expect, test } from 'vitest';
import { shown } from './differenceText';

describe('what lies between two records', () => {
  test('a figure is written as the language writes it, without its identifier', () => {
    const figure = '35164.5 · 2023 · 2023-10-31 · 01a20191-8f51-76ef-9816-8e7ca3591c3e';
    expect(shown('figure', figure, 'vi')).toBe('35.164,5 · 2023 · 31/10/2023');
  });

  test('of a rule set the beginning of its hash tells', () => {
    expect(shown('rules', `national-default · 1.1.0 · ${'ab'.repeat(32)}`, 'en')).toBe(
      'national-default · 1.1.0 · abababab',
    );
  });

  test('what was not there is a dash', () => {
    expect(shown('figure', null, 'vi')).toBe('–');
  });
});
