import { type Decimal, format, type Language, perCent, ratioOf, read, typed } from '../../ui/decimal';
import { orderFault } from './order';
import {
  type Choice,
  type Cut,
  choices,
  cuts,
  type Scope,
  type Threshold,
  type ThresholdEdit,
  type Thresholds,
} from './thresholds.api';

/** What can be edited of a line, in the order of its cells. */
export const fields = [...cuts, 'staleFrom', 'rangeMet', 'ceilingIndex'] as const;
export type Field = (typeof fields)[number];

/** A line of the grid: the nation's threshold, the province's common one, an indicator's, or an indicator's in one place. */
export interface Line {
  key: string;
  scope: Scope;
  /** what is rated by on the day; undefined before the nation's first */
  threshold: Threshold | undefined;
  /** whose that is: the line's own, or from where it is inherited */
  from: 'own' | 'indicator' | 'province' | 'nation';
  /** the id of what of its own holds on the day, also where that is that there is none any more */
  own: string | undefined;
  /** of the line's own what will hold from a later day on, by that day */
  coming: readonly Threshold[];
  /** of the line's own all that was ever recorded, the newest first */
  versions: readonly Threshold[];
}

export const keyOf = ({ level, indicator, area }: Scope) =>
  level === 'nation' ? level : `${indicator ?? ''} ${area ?? ''}`;

/** The newest version of the line's own, which an edit must have seen; 0 if it never had one. */
export const newestOf = ({ versions }: Line) => versions[0]?.version ?? 0;

/** Makes lines of what the API answered. */
export function lineOf(all: Thresholds): (scope: Scope) => Line {
  const { nation, province, indicators, areas } = all;
  const holding = byKey([nation, province, ...indicators, ...areas].filter((one) => one != null));
  const coming = byKey(all.coming);
  const versions = byKey(all.versions);
  return (scope) => {
    const own = holding.get(keyOf(scope))?.[0];
    const ofIndicator =
      scope.level === 'area'
        ? holding.get(keyOf({ level: 'indicator', indicator: scope.indicator }))?.[0]
        : undefined;
    const ofProvince = scope.level === 'nation' ? undefined : province;
    return {
      key: keyOf(scope),
      scope,
      threshold: own ?? ofIndicator ?? ofProvince ?? nation ?? undefined,
      own: newestBy(versions.get(keyOf(scope)) ?? [], all.asOf)?.id,
      from: own ? 'own' : ofIndicator ? 'indicator' : ofProvince ? 'province' : 'nation',
      coming: coming.get(keyOf(scope)) ?? [],
      versions: versions.get(keyOf(scope)) ?? [],
    };
  };
}

/** The one that has begun by the day: the newest day, then the newest version. */
const newestBy = (versions: readonly Threshold[], day: string): Threshold | undefined =>
  versions
    .filter(({ validFrom }) => validFrom <= day)
    .sort((one, other) => other.validFrom.localeCompare(one.validFrom) || other.version - one.version)[0];

/**
 * The nation's line and the province's, then each indicator's, followed by its places that ever had something of their own.
 *
 * @param added places that have nothing of their own yet
 */
export function linesOf(
  all: Thresholds,
  indicators: readonly { code: string }[],
  added: readonly Scope[],
): Line[] {
  const line = lineOf(all);
  const places = new Map(
    [...all.versions, ...added]
      .filter(({ level }) => level === 'area')
      .map(({ level, indicator, area }) => [keyOf({ level, indicator, area }), { level, indicator, area }]),
  );
  return [
    line({ level: 'nation' }),
    line({ level: 'province' }),
    ...indicators.flatMap(({ code }) => [
      line({ level: 'indicator', indicator: code }),
      ...[...places.values()].filter(({ indicator }) => indicator === code).map(line),
    ]),
  ];
}

function byKey<T extends Scope>(all: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return found;
}

/** Which cells of two thresholds differ. */
export const differing = (one: Threshold | undefined, other: Threshold): Field[] =>
  fields.filter((field) => one?.[field] !== other[field]);

/** What was typed into cells of a line: cut points in per cent, as their author writes numbers. */
export type Typed = Partial<Record<Field, string>>;

export interface Draft {
  /** the newest version when typing began: one recorded since must not be overwritten unsaid */
  seen: number;
  typed: Typed;
  /** that the line shall have none of its own any more; then nothing is typed */
  withdrawn?: true;
}
export type Drafts = ReadonlyMap<string, Draft>;

const isCut = (field: Field): field is Cut => (cuts as readonly Field[]).includes(field);
export const isChoice = (field: Field): field is Choice => field in choices;

/** A cell as its author would type it. */
export const textOf = (threshold: Threshold, field: Field, language: Language): string =>
  isCut(field) ? typed(perCent(threshold[field]), language) : String(threshold[field]);

/** A cell in the reader's numbers, without a digit less than it has. */
export const numberOf = (threshold: Threshold, field: Exclude<Field, Choice>, language: Language): string =>
  isCut(field) ? `${format(perCent(threshold[field]), language)}\u00a0%` : String(threshold[field]);

/** With a text in a cell of the line; what stands there anyway is no change. */
export function typeInto(drafts: Drafts, line: Line, field: Field, text: string, language: Language): Drafts {
  const { [field]: _, ...others } = drafts.get(line.key)?.typed ?? {};
  const same = line.threshold && textOf(line.threshold, field, language) === text.trim();
  const now: Typed = same ? others : { ...others, [field]: text.trim() };
  const after = new Map(drafts);
  if (Object.keys(now).length === 0) after.delete(line.key);
  else after.set(line.key, { seen: drafts.get(line.key)?.seen ?? newestOf(line), typed: now });
  return after;
}

/** With the line's own to be withdrawn, or kept after all. */
export function withdraw(drafts: Drafts, line: Line): Drafts {
  const after = new Map(drafts);
  if (after.get(line.key)?.withdrawn) after.delete(line.key);
  else after.set(line.key, { seen: newestOf(line), typed: {}, withdrawn: true });
  return after;
}

export type Fault = 'unreadable' | 'count' | NonNullable<ReturnType<typeof orderFault>>;
export type Values = Omit<ThresholdEdit, 'validFrom' | 'reason' | 'withdrawn'>;

/** What typing made of a threshold, and which cells cannot stay so. */
export function outcomeOf(
  threshold: Threshold,
  typed: Typed,
  language: Language,
): { values: Values; faults: ReadonlyMap<Field, Fault> } {
  const faults = new Map<Field, Fault>();
  const ratio = (cut: Cut): Decimal | undefined => {
    const text = typed[cut];
    if (text === undefined) return threshold[cut];
    const reading = read(text, language);
    if (reading.status === 'read') return ratioOf(reading.decimal);
    faults.set(cut, 'unreadable');
    return undefined;
  };
  const ratios = Object.fromEntries(cuts.map((cut) => [cut, ratio(cut)])) as Record<Cut, Decimal | undefined>;
  for (const cut of cuts) {
    const fault = orderFault(ratios, cut);
    if (fault) faults.set(cut, fault);
  }
  const { staleFrom = String(threshold.staleFrom) } = typed;
  if (!/^\d{1,3}$/.test(staleFrom)) faults.set('staleFrom', 'count');
  return {
    values: {
      ...(Object.fromEntries(cuts.map((cut) => [cut, ratios[cut] ?? threshold[cut]])) as Record<
        Cut,
        Decimal
      >),
      staleFrom: Number(staleFrom),
      rangeMet: choices.rangeMet.find((one) => one === typed.rangeMet) ?? threshold.rangeMet,
      ceilingIndex: choices.ceilingIndex.find((one) => one === typed.ceilingIndex) ?? threshold.ceilingIndex,
    },
    faults,
  };
}
