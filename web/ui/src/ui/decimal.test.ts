import { describe, expect, it } from 'vitest';
import { computed, format, formatPerCent, perCent, ratioOf, read, round } from './decimal';

const read_ = (text: string, language: 'vi' | 'en') => {
  const reading = read(text, language);
  return reading.status === 'read' ? reading.decimal : reading;
};

describe('an amount', () => {
  it('that was computed has one digit more than its indicator shows', () => {
    expect(computed('8.333333', 2)).toBe('8.333');
    expect(computed('51100', 2)).toBe('51100');
  });
  it('is written with points and a comma in Vietnamese', () => {
    expect(format('35164.5', 'vi')).toBe('35.164,5');
    expect(format('51100', 'vi')).toBe('51.100');
    expect(format('-2.77', 'vi')).toBe('−2,77');
  });
  it('is written with commas and a point in English', () => {
    expect(format('1234567.89', 'en')).toBe('1,234,567.89');
  });
  it('keeps every digit that a JavaScript number would lose', () => {
    expect(format('12345678901234567890.123456789', 'vi')).toBe('12.345.678.901.234.567.890,123456789');
  });
  it('drops trailing zeros unless places are asked for', () => {
    expect(format('4.00', 'vi')).toBe('4');
    expect(format('4', 'vi', 2)).toBe('4,00');
  });
  it('never shows a negative zero', () => {
    expect(format('-0.001', 'vi', 2)).toBe('0,00');
  });
});

describe('rounding', () => {
  it('goes half up, away from zero', () => {
    expect(round('68.815', 2)).toBe('68.82');
    expect(round('-68.815', 2)).toBe('-68.82');
    expect(round('9.995', 2)).toBe('10.00');
    expect(round('0.049', 1)).toBe('0.0');
    expect(round('1.5', 0)).toBe('2');
  });
  it('gives the completion rate of Lào Cai in ten months of 2023 as 68,82 %', () => {
    expect(formatPerCent('0.688151', 'vi')).toBe('68,82\u00a0%');
    expect(formatPerCent('1.049983', 'vi')).toBe('104,9983\u00a0%');
    expect(formatPerCent('1.05', 'vi')).toBe('105,00\u00a0%');
  });
});

describe('a ratio', () => {
  it('becomes per cent and back without loss', () => {
    expect(perCent('0.688151')).toBe('68.8151');
    expect(perCent('1')).toBe('100');
    expect(perCent('1.255')).toBe('125.5');
    expect(ratioOf('93.5')).toBe('0.935');
    expect(ratioOf('100')).toBe('1');
    expect(ratioOf('5')).toBe('0.05');
    expect(ratioOf('105')).toBe('1.05');
  });
});

describe('reading what was typed', () => {
  it('takes a Vietnamese amount', () => {
    expect(read_('35.164,5', 'vi')).toBe('35164.5');
    expect(read_('35164,5', 'vi')).toBe('35164.5');
    expect(read_(' −2,77 ', 'vi')).toBe('-2.77');
  });
  it('takes 1.234 in Vietnamese as one thousand two hundred and thirty-four', () => {
    expect(read_('1.234', 'vi')).toBe('1234');
    expect(read_('1.234', 'en')).toBe('1.234');
  });
  it('refuses grouping marks that do not stand before three digits', () => {
    expect(read('1.2345,6', 'vi')).toEqual({ status: 'unreadable', because: 'groups' });
    expect(read('12.34.56', 'vi')).toEqual({ status: 'unreadable', because: 'groups' });
  });
  it('offers the number with its marks changed over where that is what was meant', () => {
    const meant = (text: string, language: 'vi' | 'en') => {
      const reading = read(text, language);
      return reading.status === 'unreadable' ? reading.instead : reading.status;
    };
    expect(meant('35164.5', 'vi')).toBe('35164,5');
    expect(meant('1.23', 'vi')).toBe('1,23');
    expect(meant('1,234.56', 'vi')).toBe('1.234,56');
    expect(meant('35164,5', 'en')).toBe('35164.5');
    expect(meant('12 tỷ', 'vi')).toBeUndefined();
  });
  it('refuses what is no number', () => {
    for (const text of ['abc', '1,2,3', '12 tỷ', '1.,5', ',5', '--4', '5,'])
      expect(read(text, 'vi').status).toBe('unreadable');
  });
  it('knows an empty field from a wrong one', () => {
    expect(read('  ', 'vi')).toEqual({ status: 'empty' });
  });
});
