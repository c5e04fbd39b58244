import type { Description, Indicator } from './indicators.api';

const fields = [
  'name',
  'nameEn',
  'group',
  'decimals',
  'cadence',
  'leadUnit',
  'proxy',
  'unit',
  'unitEn',
  'kind',
  'direction',
  'timeAggregation',
  'priceBasis',
  'areaAggregation',
  'numerator',
  'denominator',
  'formula',
  'definition',
  'source',
  'retired',
] as const satisfies (keyof Description & keyof Indicator)[];
export type Field = (typeof fields)[number];

const same = (one: unknown, other: unknown) => (one ?? '') === (other ?? '');

/** What somebody else described otherwise since the author began. */
export const changedSince = (seen: Indicator, newer: Indicator): Field[] =>
  fields.filter((field) => !same(seen[field], newer[field]));

/** The newer words where the author has typed nothing; what was typed stays. */
export function untyped(
  typed: Partial<Description>,
  seen: Indicator,
  newer: Indicator,
): Partial<Description> {
  return Object.fromEntries(
    changedSince(seen, newer)
      .filter((field) => same(typed[field], seen[field]))
      .map((field) => [field, newer[field]]),
  );
}
