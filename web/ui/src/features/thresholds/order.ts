import type { Decimal } from '../../ui/decimal';
import type { Cut } from './thresholds.api';

/** Compares two exact decimals without making numbers of them: negative, zero or positive. */
export function compare(a: Decimal, b: Decimal): number {
  const places = Math.max(a.split('.')[1]?.length ?? 0, b.split('.')[1]?.length ?? 0);
  const scaled = (decimal: Decimal) => {
    const [whole = '0', fraction = ''] = decimal.split('.');
    return BigInt(whole + fraction.padEnd(places, '0'));
  };
  const difference = scaled(a) - scaled(b);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/**
 * Bands are half-open, without gap or overlap, so the cut points must satisfy nearlyFrom < 1 ≤ exceededFrom,
 * 0 ≤ behindFrom < onTrackFrom and 0 < openFrom < likelyFrom ≤ 1. Says which order the cut point breaks, if any; unread ones are left to their own rule.
 */
export function orderFault(
  values: Partial<Record<Cut, Decimal | undefined>>,
  cut: Cut,
): 'order1' | 'order2' | 'order3' | undefined {
  const own = values[cut];
  if (own === undefined) return undefined;
  switch (cut) {
    case 'exceededFrom':
      return compare(own, '1') < 0 ? 'order1' : undefined;
    case 'nearlyFrom':
      return compare(own, '1') >= 0 ? 'order1' : undefined;
    case 'behindFrom':
      return compare(own, '0') < 0 || (values.onTrackFrom && compare(own, values.onTrackFrom) >= 0)
        ? 'order2'
        : undefined;
    case 'likelyFrom':
      return compare(own, '0') <= 0 || compare(own, '1') > 0 ? 'order3' : undefined;
    case 'openFrom':
      return compare(own, '0') <= 0 || (values.likelyFrom && compare(own, values.likelyFrom) >= 0)
        ? 'order3'
        : undefined;
    case 'onTrackFrom':
    case 'tolerance':
      return undefined;
  }
}
