import { expect, it } from 'vitest';
import { en } from '../../i18n/en';
import { vi } from '../../i18n/vi';
import { factNames, facts, placeholders } from './facts';
import { guide } from './guide';
import { cellInWords, idOf, proposedId } from './words';

it('an id is the name without diacritics', () => {
  expect(idOf('Nông thôn mới – Lào Cai (2026)')).toBe('nong-thon-moi-lao-cai-2026');
  expect(idOf('366: Xếp loại Đảng')).toBe('xep-loai-dang');
  expect(idOf('2026')).toBe('');
  expect(idOf(`${'a'.repeat(59)} b`)).toHaveLength(59);
});

it('no words of a cell are any', () => {
  expect(cellInWords(vi, 'phase', [])).toBe('bất kỳ');
  expect(cellInWords(en, 'phase', ['running', 'ended'])).toBe('under way, ended');
});

it('every fact, word and blank is said in both languages, and explained by the guide', () => {
  for (const words of [vi, en]) {
    expect(Object.keys(words.blank)).toEqual([...placeholders]);
    expect(Object.keys(words.fact)).toEqual(factNames);
    for (const fact of factNames) expect(Object.keys(words.factWord[fact])).toEqual([...facts[fact]]);
  }
  for (const { words } of Object.values(guide))
    for (const fact of factNames) expect(Object.keys(words[fact])).toEqual([...facts[fact]]);
});

it('a fact says each thing by another word', () => {
  for (const words of [vi, en])
    for (const fact of factNames) {
      const said = Object.values(words.factWord[fact]);
      expect(new Set(said).size, fact).toBe(said.length);
    }
});

it('the id of a national set begins with the nation’s prefix, that of a province’s never does', () => {
  expect(proposedId('Nông thôn mới', true)).toBe('national-nong-thon-moi');
  expect(proposedId('National growth', true)).toBe('national-growth');
  expect(proposedId('', true)).toBe('national-');
  expect(proposedId(`${'a'.repeat(50)} b`, true)).toBe(`national-${'a'.repeat(50)}`);
  expect(proposedId('National growth', false)).toBe('growth');
});
