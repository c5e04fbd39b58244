import { expect, it } from 'vitest';
import { en } from '../../i18n/en';
import { vi } from '../../i18n/vi';
import type { Model } from './model';
import { placeOf, type Remark, sentenceOf } from './remarks';

const remark = (sentence: string, values: Remark['values']): Remark => ({
  code: 'any',
  weight: 'blocks',
  at: '',
  vi: sentence,
  en: sentence,
  values,
});

it('a combination is said in the reader’s words', () => {
  const gap = remark('Khi {combination}: {count}', {
    combination: { combination: { phase: 'running', evidence: 'none' } },
    count: { text: '3' },
  });
  expect(sentenceOf(gap, 'vi', vi)).toBe('Khi Giai đoạn: đang diễn ra; Số liệu: chưa có: 3');
  expect(sentenceOf(gap, 'en', en)).toBe('Khi Phase: under way; Evidence: none: 3');
});

it('a word is said as the fact of the remark says it', () => {
  const values = { fact: { text: 'end-band' }, less: { text: 'below' }, more: { text: 'full' } };
  expect(sentenceOf(remark('{fact}: {more} và {less}', values), 'vi', vi)).toBe('Mức hoàn thành: đủ và thấp');
});

it('what may be chosen is said in words, of a fact or of none', () => {
  const facts = { known: { several: ['phase', 'age'] } };
  expect(sentenceOf(remark('{known}', facts), 'vi', vi)).toBe('Giai đoạn, Độ mới của số liệu');
  const words = { fact: { text: 'phase' }, known: { several: ['ahead', 'ended'] } };
  expect(sentenceOf(remark('{known}', words), 'en', en)).toBe('not begun, ended');
});

it('rows are called by their numbers, languages by their names, and nothing by that word', () => {
  const rows = { rows: [{ rule: 'kept-up' }, { rule: 'late' }], alerts: [] } as unknown as Model;
  const taken = remark('Đã có: {by}', { by: { several: ['late', 'elsewhere'] } });
  expect(sentenceOf(taken, 'vi', vi, rows)).toBe('Đã có: dòng 2, elsewhere');
  expect(sentenceOf(taken, 'en', en)).toBe('Đã có: late, elsewhere');
  expect(sentenceOf(remark('{language}', { language: { text: 'en' } }), 'vi', vi)).toBe('tiếng Anh');
  expect(sentenceOf(remark('Chỉ {vi}', { vi: { several: [] } }), 'vi', vi)).toBe('Chỉ (không có)');
});

it('a name without a value stays as it is', () => {
  expect(sentenceOf(remark('{placeholder} {other}', { placeholder: { text: '{actual}' } }), 'vi', vi)).toBe(
    '{actual} {other}',
  );
});

it('a remark stands at its cell, else at its row, else at the whole', () => {
  const row = { rule: 'b', when: [[]], rating: '', flags: [], vi: '', en: '' };
  const model = { rows: [{ ...row, rule: 'a' }, row], alerts: [{ rule: 'c' }] } as unknown as Model;
  expect(placeOf({ at: '/rows/3/when/1' }, model)).toEqual({ part: 'row', at: 3, field: 'when', column: 1 });
  expect(placeOf({ at: '/rows/0/rating' }, model)).toEqual({ part: 'row', at: 0, field: 'rating' });
  expect(placeOf({ at: '/alerts/2/flag' }, model)).toEqual({ part: 'alert', at: 2, field: 'flag' });
  expect(placeOf({ at: '', rule: 'b' }, model)).toEqual({ part: 'row', at: 1, field: '' });
  expect(placeOf({ at: '', rule: 'c' }, model)).toEqual({ part: 'alert', at: 0, field: '' });
  expect(placeOf({ at: '/rollUp/grades/0' }, model)).toEqual({ part: 'rollUp' });
  expect(placeOf({ at: '' }, model)).toEqual({ part: 'whole' });
});
