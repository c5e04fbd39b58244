import { day } from '../../ui/day';
import { format, type Language } from '../../ui/decimal';

const IDENTIFIER = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const HASH = /^[0-9a-f]{64}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The parts in the reader's writing; identifiers are for programs, and of a hash the beginning tells. */
export function shown(source: string, text: string | null | undefined, language: Language): string {
  if (text == null) return '–';
  return text
    .split(' · ')
    .filter((part) => !IDENTIFIER.test(part))
    .map((part, place) => {
      if (HASH.test(part)) return part.slice(0, 8);
      if (DAY.test(part)) return day(part, language);
      return source === 'figure' && place === 0 ? format(part, language) : part;
    })
    .join(' · ');
}
