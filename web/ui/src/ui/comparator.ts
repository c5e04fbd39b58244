import { day } from './day';
import { type Decimal, format, type Language } from './decimal';

export const comparators = [
  'at-least',
  'more-than',
  'at-most',
  'less-than',
  'near',
  'about',
  'range',
  'k-of-n',
  'all-of',
  'none-left',
  'increment',
  'before-date',
  'yes-no',
  'rank-at-most',
] as const;
export type Comparator = (typeof comparators)[number];

export interface Aim {
  comparator: Comparator;
  amount?: Decimal | null;
  /** the upper end of a range; the n of k of n; how many are ranked */
  amountHigh?: Decimal | null;
  date?: string | null;
}

/** What a target asks for, cut so that a table can set the amount apart: `ít nhất` · `51.100` · `tỷ đồng`. */
export interface AimInWords {
  before: string;
  amount: string;
  /** whether the indicator's unit follows the amount */
  unit: boolean;
  after: string;
}

export function aimInWords(aim: Aim, language: Language): AimInWords {
  const vi = language === 'vi';
  const number = (decimal: Decimal | null | undefined) => (decimal == null ? '…' : format(decimal, language));
  const amount = number(aim.amount);
  const said = (before: string, after = ''): AimInWords => ({ before, amount, unit: true, after });
  const only = (before: string, shown = ''): AimInWords => ({
    before,
    amount: shown,
    unit: false,
    after: '',
  });
  switch (aim.comparator) {
    case 'at-least':
      return said(vi ? 'ít nhất' : 'at least');
    case 'more-than':
      return said(vi ? 'trên' : 'more than');
    case 'at-most':
      return said(vi ? 'không quá' : 'at most');
    case 'less-than':
      return said(vi ? 'dưới' : 'less than');
    case 'near':
      return said(vi ? 'gần' : 'close to');
    case 'about':
      return said(vi ? 'khoảng' : 'about');
    case 'range':
      return {
        before: vi ? 'từ' : 'from',
        amount: `${amount} – ${number(aim.amountHigh)}`,
        unit: true,
        after: '',
      };
    case 'k-of-n':
      return aim.amountHigh == null
        ? said(vi ? 'đủ' : 'all')
        : { before: '', amount: `${amount}/${number(aim.amountHigh)}`, unit: true, after: '' };
    case 'all-of':
      return aim.amount == null ? only(vi ? 'tất cả' : 'all') : said(vi ? 'tất cả' : 'all');
    case 'none-left':
      return only(vi ? 'không còn' : 'none left');
    case 'increment':
      return said(vi ? 'tăng thêm' : 'up by');
    case 'before-date':
      return only(vi ? 'trước ngày' : 'before', aim.date ? day(aim.date, language) : '…');
    case 'yes-no':
      return only(vi ? 'phải có' : 'must hold');
    case 'rank-at-most':
      return {
        before: vi ? 'xếp hạng' : 'ranked',
        amount: aim.amountHigh == null ? amount : `${amount}/${number(aim.amountHigh)}`,
        unit: false,
        after: vi ? 'trở lên' : 'or better',
      };
  }
}

/** Which amounts a comparator asks for, so that a form shows only those. */
export function fieldsOf(comparator: Comparator): { amount: boolean; amountHigh: boolean; date: boolean } {
  switch (comparator) {
    case 'range':
    case 'k-of-n':
    case 'rank-at-most':
      return { amount: true, amountHigh: true, date: false };
    case 'before-date':
      return { amount: false, amountHigh: false, date: true };
    case 'none-left':
    case 'yes-no':
      return { amount: false, amountHigh: false, date: false };
    case 'at-least':
    case 'more-than':
    case 'at-most':
    case 'less-than':
    case 'near':
    case 'about':
    case 'all-of':
    case 'increment':
      return { amount: true, amountHigh: false, date: false };
  }
}
