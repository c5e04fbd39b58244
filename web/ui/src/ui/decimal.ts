/**
 * Exact decimals. Amounts travel as JSON strings such as `35164.5` and stay strings: a JavaScript number would
 * lose digits, so nothing here ever makes one.
 */
export type Decimal = string;
export type Language = 'vi' | 'en';

interface Marks {
  group: string;
  point: string;
}

const marks: Record<Language, Marks> = {
  vi: { group: '.', point: ',' },
  en: { group: ',', point: '.' },
};

interface Parts {
  negative: boolean;
  /** digits before the point, without leading zeros but at least one digit */
  whole: string;
  /** digits after the point, possibly none */
  fraction: string;
}

function partsOf(decimal: Decimal): Parts {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal.trim());
  if (!match) throw new RangeError(`"${decimal}" is not a decimal such as 35164.5.`);
  const [, sign, whole = '0', fraction = ''] = match;
  return { negative: sign === '-', whole: whole.replace(/^0+(?=\d)/, ''), fraction };
}

function joined({ negative, whole, fraction }: Parts, { group, point }: Marks): string {
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const zero = /^0*$/.test(whole + fraction);
  return (negative && !zero ? '\u2212' : '') + grouped + (fraction ? point + fraction : '');
}

/** Rounds half up, away from zero: 68.815 → 68.82 at two places. */
export function round(decimal: Decimal, places: number): Decimal {
  const { negative, whole, fraction } = partsOf(decimal);
  const sign = negative ? '-' : '';
  if (fraction.length <= places) return sign + whole + (fraction ? `.${fraction}` : '');
  const up = (fraction[places] ?? '0') >= '5' ? 1n : 0n;
  const digits = (BigInt(whole + fraction.slice(0, places)) + up).toString().padStart(places + 1, '0');
  const cut = digits.length - places;
  return sign + digits.slice(0, cut) + (places ? `.${digits.slice(cut)}` : '');
}

/** What was computed of an indicator's figures, with one digit more than they show; what was stated has no more anyway. */
export const computed = (decimal: Decimal, places: number): Decimal => round(decimal, places + 1);

/** A ratio as per cent: 0.688151 → 68.8151. */
export function perCent(ratio: Decimal): Decimal {
  const { negative, whole, fraction } = partsOf(ratio);
  const padded = fraction.padEnd(2, '0');
  const moved = (whole + padded.slice(0, 2)).replace(/^0+(?=\d)/, '');
  const rest = padded.slice(2);
  return (negative ? '-' : '') + moved + (rest ? `.${rest}` : '');
}

/** The other way: 93.5 per cent → 0.935. */
export function ratioOf(percentage: Decimal): Decimal {
  const { negative, whole, fraction } = partsOf(percentage);
  const digits = whole.padStart(3, '0');
  const rest = (digits.slice(-2) + fraction).replace(/0+$/, '');
  return (negative ? '-' : '') + digits.slice(0, -2) + (rest ? `.${rest}` : '');
}

/**
 * Writes a decimal in the reader's language: 35164.5 → `35.164,5` in Vietnamese, `35,164.5` in English.
 * Trailing zeros go, unless `places` asks for exactly so many digits (rounded half up).
 */
export function format(decimal: Decimal, language: Language, places?: number): string {
  const parts = partsOf(places === undefined ? decimal : round(decimal, places));
  const fraction =
    places === undefined ? parts.fraction.replace(/0+$/, '') : parts.fraction.padEnd(places, '0');
  return joined({ ...parts, fraction }, marks[language]);
}

/**
 * `68,82 %`: a ratio with two places and a space that does not break; with all it has where those would make it the whole number beside it,
 * on which bands begin.
 */
export function formatPerCent(ratio: Decimal, language: Language, places = 2): string {
  const exactly = perCent(ratio);
  const rounded = round(exactly, places);
  const hidden = /^-?\d+(\.0*)?$/.test(rounded) && !/^-?\d+(\.0*)?$/.test(exactly);
  return `${hidden ? format(exactly, language) : format(exactly, language, places)}\u00a0%`;
}

export type Reading =
  | { status: 'empty' }
  | { status: 'read'; decimal: Decimal }
  /**
   * `groups`: the grouping marks do not stand before three digits each
   * `instead`: what it would be with the two marks changed over, if that is a number
   */
  | { status: 'unreadable'; because: 'not-a-number' | 'groups'; instead?: string };

/**
 * Reads what a person typed, strictly in one language. In Vietnamese `35.164,5` is 35164.5 and `1.234` is 1234;
 * `1.23` is refused rather than guessed.
 */
export function read(text: string, language: Language): Reading {
  const reading = strictly(text, language);
  if (reading.status !== 'unreadable') return reading;
  const instead = text.trim().replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
  return strictly(instead, language).status === 'read' ? { ...reading, instead } : reading;
}

function strictly(text: string, language: Language): Reading {
  const typed = text.trim().replace(/^\u2212/, '-');
  if (typed === '') return { status: 'empty' };
  const { group, point } = marks[language];
  const [before = '', after, ...more] = typed.split(point);
  const unsigned = before.replace(/^-/, '');
  if (more.length > 0 || !/^[\d.,]+$/.test(unsigned) || (after !== undefined && !/^\d+$/.test(after))) {
    return { status: 'unreadable', because: 'not-a-number' };
  }
  const groups = unsigned.split(group);
  const wellGrouped = groups.every((digits, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(digits));
  if (groups.length > 1 && !wellGrouped) return { status: 'unreadable', because: 'groups' };
  const whole = groups.join('').replace(/^0+(?=\d)/, '');
  if (!/^\d+$/.test(whole)) return { status: 'unreadable', because: 'not-a-number' };
  const sign = before.startsWith('-') ? '-' : '';
  return { status: 'read', decimal: sign + whole + (after ? `.${after}` : '') };
}

/** What an editor starts from: the decimal as its reader would type it. */
export function typed(decimal: Decimal | null | undefined, language: Language): string {
  return decimal == null ? '' : format(decimal, language).replace('\u2212', '-');
}
