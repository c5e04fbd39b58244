import { expect, it } from 'vitest';
import { dayAfter, isDay, later } from './day';
import { isTypedDay } from './dayFormats';

it('a day of the address is one of the calendar', () => {
  expect(isDay('2023-10-31')).toBe(true);
  expect(isDay('2024-02-29')).toBe(true);
  for (const text of [
    'banana',
    '2023-02-29',
    '2023-02-31',
    '2023-13-01',
    '31/10/2023',
    '2023',
    '',
    undefined,
  ])
    expect(isDay(text), String(text)).toBe(false);
});

it('a typed day is understood in the usual ways of writing one, and nothing else is', () => {
  for (const typed of ['31/10/2023', '1/2/2023', '31-10-2023', '31.10.2023', ' 31/10/2023 ', '2023-10-31'])
    expect(isTypedDay(typed, 'vi'), typed).toBe(true);
  for (const typed of ['hôm qua', '31/02/2023', '10/31/2023', '31/10/23', ''])
    expect(isTypedDay(typed, 'vi'), typed).toBe(false);
  expect(isTypedDay('31 Oct 2023', 'en')).toBe(true);
  expect(isTypedDay('10/31/2023', 'en')).toBe(false);
});

it('the day after the last of a month is the first of the next', () => {
  expect(dayAfter('2026-11-23')).toBe('2026-11-24');
  expect(dayAfter('2024-02-28')).toBe('2024-02-29');
  expect(dayAfter('2026-12-31')).toBe('2027-01-01');
  expect(later('2026-11-23', '2027-01-01')).toBe('2027-01-01');
});
