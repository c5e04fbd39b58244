import { expect, it } from 'vitest';
import { en } from '../../i18n/en';
import { vi } from '../../i18n/vi';
import { factNames, facts } from './facts';
import type { Model } from './model';
import { cellsOf, mostRows, paste } from './paste';

const model: Model = {
  id: 'a',
  version: '1',
  hit: 'first',
  columns: ['phase', 'evidence'],
  rows: [{ rule: 'a', when: [[], ['full']], rating: 'met', flags: [], vi: '', en: '' }],
  alerts: [],
  allows: [],
  rest: {},
};
const pasted = (text: string, row = 0, column = 0) => {
  const outcome = paste(model, row, column, text);
  if (outcome.is !== 'pasted') throw new Error(JSON.stringify(outcome));
  return outcome.model.rows;
};

it('cells are apart by tabs and line ends, and quotes keep both', () => {
  expect(cellsOf('a\tb\r\nc\t"d\te"\n')).toEqual([
    ['a', 'b'],
    ['c', 'd\te'],
  ]);
  expect(cellsOf('"nói ""to"""\t"hai\ndòng"')).toEqual([['nói "to"', 'hai\ndòng']]);
});

it('words are understood in Vietnamese, English and as codes, whatever their case', () => {
  expect(pasted('Đang diễn ra, đã kết thúc\tcả kỳ')[0]?.when).toEqual([['running', 'ended'], ['full']]);
  expect(pasted('Under way; ENDED\twhole period')[0]?.when).toEqual([['running', 'ended'], ['full']]);
  expect(pasted('running,ended\tfull')[0]?.when).toEqual([['running', 'ended'], ['full']]);
});

it('any is written in many ways', () => {
  for (const any of ['-', '', '–', 'bất kỳ', 'Any', '*'])
    expect(pasted(`ahead\t${any}`)[0]?.when).toEqual([['ahead'], []]);
});

it('every word that the screen shows is understood when it comes back', () => {
  for (const fact of factNames)
    for (const word of facts[fact])
      for (const words of [vi, en]) {
        const shown = (words.factWord[fact] as Record<string, string>)[word] ?? '';
        const outcome = paste({ ...model, columns: [fact], rows: [] }, 0, 0, shown);
        expect(outcome.is === 'pasted' && outcome.model.rows[0]?.when[0], shown).toEqual([word]);
      }
});

it('rows are added where the table runs out', () => {
  expect(pasted('ahead\nended', 0, 0).map(({ when }) => when[0])).toEqual([['ahead'], ['ended']]);
});

it('a table that would be too long is left as it is, and says how long it would be', () => {
  const lines = (count: number) => Array.from({ length: count }, () => 'ahead').join('\n');
  expect(paste(model, 0, 0, lines(mostRows)).is).toBe('pasted');
  expect(paste(model, 0, 0, lines(mostRows + 1))).toEqual({ is: 'too-many', rows: mostRows + 1 });
  expect(paste(model, 1, 0, lines(mostRows))).toEqual({ is: 'too-many', rows: mostRows + 1 });
});

it('after the facts come rating, flags and both sentences', () => {
  const [row] = pasted('không đạt\tsố liệu cũ (mức cao); missed\tCâu.\tSentence.', 0, 2);
  expect(row).toMatchObject({
    rating: 'missed',
    flags: [
      { code: 'stale', severity: 'high' },
      { code: 'missed', severity: 'medium' },
    ],
    vi: 'Câu.',
    en: 'Sentence.',
  });
});

it('a line break within a sentence is a blank', () => {
  expect(pasted('"Câu \nhai dòng."', 0, 4)[0]?.vi).toBe('Câu hai dòng.');
});

it('what is not understood is named by its place, and nothing is pasted', () => {
  expect(paste(model, 0, 0, 'ahead\tcả kì\nsomeday\tfull')).toEqual({
    is: 'misread',
    cells: [
      { row: 1, column: 2, text: 'cả kì', into: 'evidence' },
      { row: 2, column: 1, text: 'someday', into: 'phase' },
    ],
  });
  expect(paste(model, 0, 5, 'a sentence\tbeyond')).toMatchObject({ cells: [{ column: 2, into: undefined }] });
});

it('a word of another fact is not understood', () => {
  expect(paste(model, 0, 0, 'stale').is).toBe('misread');
});
