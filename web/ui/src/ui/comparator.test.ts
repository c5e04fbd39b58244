import { expect, it } from 'vitest';
import { type Aim, aimInWords, comparators } from './comparator';

const inOneLine = (aim: Aim, language: 'vi' | 'en' = 'vi', unit = 'tỷ đồng') => {
  const words = aimInWords(aim, language);
  return [words.before, words.amount, words.unit ? unit : '', words.after].filter(Boolean).join(' ');
};

it('says an industrial output of at least 51 100', () => {
  expect(inOneLine({ comparator: 'at-least', amount: '51100' })).toBe('ít nhất 51.100 tỷ đồng');
});
it('keeps the difference between "trên" and "ít nhất"', () => {
  expect(inOneLine({ comparator: 'more-than', amount: '57.5' }, 'vi', '%')).toBe('trên 57,5 %');
});
it('says both ends of a range once', () => {
  expect(inOneLine({ comparator: 'range', amount: '9', amountHigh: '10' }, 'vi', '%')).toBe('từ 9 – 10 %');
});
it('says nine of nine', () => {
  expect(inOneLine({ comparator: 'k-of-n', amount: '9', amountHigh: '9' }, 'vi', 'huyện')).toBe('9/9 huyện');
});
it('says that nothing is to be left, without an amount', () => {
  expect(inOneLine({ comparator: 'none-left', amount: '0' })).toBe('không còn');
});
it('says a milestone as a date of the reader', () => {
  expect(inOneLine({ comparator: 'before-date', date: '2023-06-30' })).toBe('trước ngày 30/06/2023');
});
it('says a rank without a unit', () => {
  expect(inOneLine({ comparator: 'rank-at-most', amount: '10' })).toBe('xếp hạng 10 trở lên');
  expect(inOneLine({ comparator: 'rank-at-most', amount: '5', amountHigh: '34' })).toBe(
    'xếp hạng 5/34 trở lên',
  );
});
it('has words for every comparator in both languages', () => {
  for (const comparator of comparators)
    for (const language of ['vi', 'en'] as const)
      expect(inOneLine({ comparator, amount: '1', amountHigh: '2', date: '2023-01-01' }, language)).not.toBe(
        '',
      );
});
