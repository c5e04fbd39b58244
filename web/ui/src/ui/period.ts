import { day } from './day';
import type { Language } from './decimal';

const roman = ['I', 'II', 'III', 'IV'];

/** A period in words, with its days where they are not those of whole months: `tháng 7/2026 (15/06/2026–14/07/2026)`. */
export function periodByCalendar(
  period: string,
  calendar: string | null | undefined,
  language: Language,
): string {
  const words = periodInWords(period, language);
  const [from, through] = calendar === 'legal' ? legalDays(period) : [];
  return from && through ? `${words} (${day(from, language)}–${day(through, language)})` : words;
}

/** The 15th of the month before to the 14th of the last: the days of a period by the legal calendar. */
function legalDays(period: string): string[] {
  const [start = '', end = start] = period.split('/');
  const first = monthsOf(start)[0];
  const last = monthsOf(end).at(-1);
  if (!first || !last) return [];
  const [year = 0, month = 0] = first.split('-').map(Number);
  const before = month === 1 ? `${year - 1}-12` : `${year}-${two(month - 1)}`;
  return [`${before}-15`, `${last}-14`];
}

/** First and last month of a year, half, quarter or month. */
function monthsOf(period: string): string[] {
  const [, year, half, quarter, month] = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})))?$/.exec(period) ?? [];
  if (!year) return [];
  if (month) return [period];
  const length = half ? 6 : quarter ? 3 : 12;
  const last = length * Number(half ?? quarter ?? 1);
  return [`${year}-${two(last - length + 1)}`, `${year}-${two(last)}`];
}

const two = (n: number) => String(n).padStart(2, '0');

/**
 * A period of the API in words: `2023` · `2024-H1` · `2024-Q3` · `2023-10` · `2023-01/2023-10` (year to date) ·
 * `2021/2025` (term). A text of another shape is shown as it is.
 */
export function periodInWords(period: string, language: Language): string {
  const vi = language === 'vi';
  const year = /^(\d{4})$/.exec(period);
  if (year) return vi ? `năm ${year[1]}` : `${year[1]}`;
  const half = /^(\d{4})-H([12])$/.exec(period);
  if (half) {
    const first = half[2] === '1';
    if (vi) return `6 tháng ${first ? 'đầu' : 'cuối'} năm ${half[1]}`;
    return `${first ? 'first' : 'second'} half of ${half[1]}`;
  }
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter)
    return vi ? `quý ${roman[Number(quarter[2]) - 1]}/${quarter[1]}` : `Q${quarter[2]} ${quarter[1]}`;
  const month = /^(\d{4})-(\d{2})$/.exec(period);
  if (month) return vi ? `tháng ${Number(month[2])}/${month[1]}` : `${englishMonth(month[2])} ${month[1]}`;
  const toDate = /^(\d{4})-01\/\1-(\d{2})$/.exec(period);
  if (toDate) {
    const months = Number(toDate[2]);
    return vi ? `${months} tháng ${toDate[1]}` : `${months} month${months === 1 ? '' : 's'} of ${toDate[1]}`;
  }
  const term = /^(\d{4})\/(\d{4})$/.exec(period);
  if (term) return vi ? `giai đoạn ${term[1]}–${term[2]}` : `${term[1]}–${term[2]}`;
  return period;
}

function englishMonth(number = '01'): string {
  return new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2000, Number(number) - 1, 1)),
  );
}

/** The periods an officer may report inside a plan's year, the likeliest first. Another period gives only itself. */
export function periodsWithin(period: string): string[] {
  if (!/^\d{4}$/.test(period)) return [period];
  const months = Array.from({ length: 12 }, (_, i) => i + 1);
  return [
    period,
    ...months.filter((m) => m > 1 && m < 12).map((m) => `${period}-01/${period}-${two(m)}`),
    ...[1, 2, 3, 4].map((q) => `${period}-Q${q}`),
    `${period}-H1`,
    `${period}-H2`,
    ...months.map((m) => `${period}-${two(m)}`),
  ];
}

/** The part of a year that an officer most likely reports on a day: the months up to it; else the year itself. */
export function likelyPeriod(period: string, asOf: string): string {
  const [year, month = ''] = asOf.split('-');
  return period === year && month !== '01' && month !== '12' ? `${year}-01/${year}-${month}` : period;
}

/** How often something is reported: once in each period of this length. */
export type Frequency = 'month' | 'quarter' | 'half-year' | 'year';

/** The periods of a year, the first one first. */
export function periodsOfYear(frequency: Frequency, year: number): string[] {
  switch (frequency) {
    case 'month':
      return Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
    case 'quarter':
      return [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`);
    case 'half-year':
      return [`${year}-H1`, `${year}-H2`];
    case 'year':
      return [String(year)];
  }
}

/** The period of that length in which an ISO day lies. */
export function periodContaining(frequency: Frequency, isoDay: string): string {
  const [year = '', month = ''] = isoDay.split('-');
  const periods = periodsOfYear(frequency, Number(year));
  return periods[Math.floor(((Number(month) - 1) * periods.length) / 12)] ?? year;
}

/** The last day of a period within one year, as an ISO day. */
export function lastDayOf(period: string): string {
  const [year = '', part = ''] = (period.split('/').at(-1) ?? '').split('-');
  const number = Number(part.replace(/^[HQ]/, ''));
  const months = { H: 6, Q: 3 }[part[0] ?? ''] ?? 1;
  const month = part ? number * months : 12;
  const date = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
