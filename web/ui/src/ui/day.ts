import type { Language } from './decimal';

/** An ISO day `2023-10-31` for the reader: `31/10/2023` in Vietnamese, `31 Oct 2023` in English. */
export function day(iso: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!match) return iso;
  const [, year, month, date] = match;
  if (language === 'vi') return `${date}/${month}/${year}`;
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${year}-${month}-${date}T00:00:00Z`));
}

/** An instant in Vietnam's time: `31/10/2023 16:05`. */
export function moment(instant: string, language: Language): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(date);
  const [isoDay = '', time = ''] = parts.split(' ');
  return `${day(isoDay, language)} ${time}`;
}

/** Whether it is an ISO day of the calendar: browsers read 2023-02-31 as 3 March. */
export const isDay = (text: unknown): text is string => {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
};

/** Today in Vietnam, as an ISO day. */
export const today = () =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());

/** The next day of the calendar, both ISO days. */
export function dayAfter(iso: string): string {
  const next = new Date(`${iso}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** Of two ISO days the later one. */
export const later = (one: string, other: string): string => (one > other ? one : other);
