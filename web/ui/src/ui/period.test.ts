import { expect, it } from 'vitest';
import {
  lastDayOf,
  likelyPeriod,
  periodByCalendar,
  periodContaining,
  periodInWords,
  periodsOfYear,
  periodsWithin,
} from './period';

it('every shape of period is said in Vietnamese', () => {
  expect(periodInWords('2023', 'vi')).toBe('năm 2023');
  expect(periodInWords('2024-H1', 'vi')).toBe('6 tháng đầu năm 2024');
  expect(periodInWords('2024-Q3', 'vi')).toBe('quý III/2024');
  expect(periodInWords('2023-10', 'vi')).toBe('tháng 10/2023');
  expect(periodInWords('2023-01/2023-10', 'vi')).toBe('10 tháng 2023');
  expect(periodInWords('2021/2025', 'vi')).toBe('giai đoạn 2021–2025');
});

it('every shape of period is said in English', () => {
  expect(periodInWords('2024-H1', 'en')).toBe('first half of 2024');
  expect(periodInWords('2023-10', 'en')).toBe('October 2023');
  expect(periodInWords('2023-01/2023-10', 'en')).toBe('10 months of 2023');
  expect(periodInWords('2021/2025', 'en')).toBe('2021–2025');
});

it('by the legal calendar a period says its days', () => {
  expect(periodByCalendar('2026-07', 'legal', 'vi')).toBe('tháng 7/2026 (15/06/2026–14/07/2026)');
  expect(periodByCalendar('2026-Q3', 'legal', 'vi')).toBe('quý III/2026 (15/06/2026–14/09/2026)');
  expect(periodByCalendar('2026-H1', 'legal', 'vi')).toContain('(15/12/2025–14/06/2026)');
  expect(periodByCalendar('2026-01/2026-10', 'legal', 'vi')).toContain('(15/12/2025–14/10/2026)');
  expect(periodByCalendar('2021/2025', 'legal', 'vi')).toContain('(15/12/2020–14/12/2025)');
  expect(periodByCalendar('2026-07', 'civil', 'vi')).toBe('tháng 7/2026');
  expect(periodByCalendar('2026-07', null, 'vi')).toBe('tháng 7/2026');
});

it('a period of unknown shape is shown as it is', () => {
  expect(periodInWords('2023-W41', 'vi')).toBe('2023-W41');
});

it('a year offers itself first and never twelve months twice', () => {
  const periods = periodsWithin('2023');
  expect(periods[0]).toBe('2023');
  expect(periods).toContain('2023-01/2023-10');
  expect(periods).not.toContain('2023-01/2023-12');
  expect(periodsWithin('2021/2025')).toEqual(['2021/2025']);
});

it('on 31 October an officer most likely reports ten months', () => {
  expect(likelyPeriod('2023', '2023-10-31')).toBe('2023-01/2023-10');
  expect(likelyPeriod('2023', '2023-12-31')).toBe('2023');
  expect(likelyPeriod('2022', '2023-10-31')).toBe('2022');
});

it('a day lies in the period that has it', () => {
  expect(periodContaining('month', '2026-11-22')).toBe('2026-11');
  expect(periodContaining('quarter', '2026-10-01')).toBe('2026-Q4');
  expect(periodContaining('quarter', '2026-09-30')).toBe('2026-Q3');
  expect(periodContaining('half-year', '2026-06-30')).toBe('2026-H1');
  expect(periodContaining('year', '2026-01-01')).toBe('2026');
});

it('every period of a year ends on a day that lies in it', () => {
  for (const frequency of ['month', 'quarter', 'half-year', 'year'] as const)
    for (const period of periodsOfYear(frequency, 2024))
      expect(periodContaining(frequency, lastDayOf(period))).toBe(period);
  expect(lastDayOf('2024-02')).toBe('2024-02-29');
  expect(lastDayOf('2026-01/2026-10')).toBe('2026-10-31');
});
