import { isFact, wordsOf } from './facts';
import { newId } from './ids';

export interface Both {
  readonly vi: string;
  readonly en: string;
}

export interface Flag {
  readonly code: string;
  readonly severity: string;
}

/** One line of the table. Of each column the words that it asks for; none of them means any. */
export interface Row extends Both {
  readonly rule: string;
  readonly when: readonly (readonly string[])[];
  readonly rating: string;
  readonly flags: readonly Flag[];
}

export interface Alert extends Both {
  readonly rule: string;
  /** by facts, each with at least one word */
  readonly when: Readonly<Record<string, readonly string[]>>;
  readonly flag: Flag;
}

/** What a grade asks, as exact decimals; what is absent is not asked. */
export interface Grade extends Both {
  readonly code: string;
  readonly pointsFrom?: string;
  readonly onTimeFrom?: string;
  readonly exceededFrom?: string;
  readonly lateUpTo?: string;
}

export const pointFields = ['bonus', 'highest', 'penaltyBelow', 'penalty', 'lowest'] as const;
export type Points = Readonly<Record<(typeof pointFields)[number], string>>;

export const aboutFields = ['name', 'says', 'source'] as const;
export type About = Readonly<Record<(typeof aboutFields)[number], Both>>;

/** What a set may declare to be meant on purpose. */
export const allowances = ['more-scores-less'] as const;

/** A rule set as it is edited. */
export interface Model {
  readonly id: string;
  readonly version: string;
  readonly about?: About;
  readonly hit: 'first' | 'collect';
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly alerts: readonly Alert[];
  readonly points?: Points;
  readonly rollUp?: { readonly by: string; readonly grades?: readonly Grade[] };
  /** what is meant though it looks like a mistake */
  readonly allows: readonly string[];
  /** what has no place on the screen and is kept as it came: the engine */
  readonly rest: Readonly<Record<string, unknown>>;
}

type Json = Readonly<Record<string, unknown>>;

const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const both = (value: unknown): Both => ({ vi: text(object(value).vi), en: text(object(value).en) });

const cellOf = (value: unknown): string[] =>
  value === '-' ? [] : typeof value === 'string' ? [value] : list(value).map(text);
const flagOf = (value: unknown): Flag => ({
  code: text(object(value).code),
  severity: text(object(value).severity),
});

/** Reads a text, finished or not; what it lacks is empty. Undefined if it is no JSON object with rows. */
export function parse(model: string): Model | undefined {
  let json: unknown;
  try {
    json = JSON.parse(model);
  } catch {
    return undefined;
  }
  const { id, version, about, hit, columns, rows, alerts, points, rollUp, allows, ...rest } = object(json);
  if (!Array.isArray(rows) || !Array.isArray(columns)) return undefined;
  const asked = columns.map(text);
  return {
    id: text(id),
    version: text(version),
    ...(about === undefined
      ? {}
      : {
          about: Object.fromEntries(aboutFields.map((field) => [field, both(object(about)[field])])) as About,
        }),
    hit: hit === 'collect' ? 'collect' : 'first',
    columns: asked,
    rows: rows.map((row) => {
      const fields = object(row);
      return {
        rule: text(fields.rule),
        when: asked.map((_, column) => cellOf(list(fields.when)[column] ?? '-')),
        rating: text(fields.rating),
        flags: list(fields.flags).map(flagOf),
        ...both(fields),
      };
    }),
    alerts: list(alerts).map((alert) => {
      const fields = object(alert);
      return {
        rule: text(fields.rule),
        when: Object.fromEntries(
          Object.entries(object(fields.when)).map(([fact, cell]) => [fact, cellOf(cell)]),
        ),
        flag: flagOf(fields.flag),
        ...both(fields),
      };
    }),
    ...(points === undefined
      ? {}
      : {
          points: Object.fromEntries(
            pointFields.map((field) => [field, text(object(points)[field])]),
          ) as Points,
        }),
    ...(rollUp === undefined
      ? {}
      : {
          rollUp: {
            by: text(object(rollUp).by),
            ...(object(rollUp).grades === undefined
              ? {}
              : { grades: list(object(rollUp).grades).map((grade) => object(grade) as unknown as Grade) }),
          },
        }),
    allows: list(allows).map(text),
    rest,
  };
}

/** A cell as the API spells it: words in their fact's order, one by itself, `-` for any. */
function spelled(fact: string, cell: readonly string[]): string | readonly string[] {
  const order = wordsOf(fact);
  const sorted = isFact(fact) ? [...cell].sort((a, b) => order.indexOf(a) - order.indexOf(b)) : cell;
  return sorted.length === 0 ? '-' : sorted.length === 1 ? (sorted[0] ?? '-') : sorted;
}

/** A sentence has no line breaks: each is a blank. */
export const onOneLine = (sentence: string): string => sentence.replace(/\s*[\r\n]+\s*/g, ' ');

/** The model as it travels: the same model always gives the same text. */
export function write({
  id,
  version,
  about,
  hit,
  columns,
  rows,
  alerts,
  points,
  rollUp,
  allows,
  rest,
}: Model): string {
  const { engine, ...unknown } = rest;
  return JSON.stringify({
    id,
    version,
    engine,
    about,
    hit,
    columns,
    rows: rows.map(({ rule, when, rating, flags, vi, en }) => ({
      rule,
      when: when.map((cell, column) => spelled(columns[column] ?? '', cell)),
      rating,
      flags,
      vi,
      en,
    })),
    ...(alerts.length === 0
      ? {}
      : {
          alerts: alerts.map(({ rule, when, flag, vi, en }) => ({
            rule,
            when: Object.fromEntries(Object.entries(when).map(([fact, cell]) => [fact, spelled(fact, cell)])),
            flag,
            vi,
            en,
          })),
        }),
    points,
    rollUp,
    ...(allows.length === 0 ? {} : { allows }),
    ...unknown,
  });
}

const replaced = <T>(items: readonly T[], at: number, item: T): T[] =>
  items.map((one, i) => (i === at ? item : one));

export const withRow = (model: Model, at: number, change: Partial<Row>): Model => {
  const row = model.rows[at];
  return row ? { ...model, rows: replaced(model.rows, at, { ...row, ...change }) } : model;
};

export const withCell = (model: Model, at: number, column: number, words: readonly string[]): Model => {
  const row = model.rows[at];
  return row ? withRow(model, at, { when: replaced(row.when, column, words) }) : model;
};

/** @param meant whether the set declares it; what it declares else stays */
export const allowing = (model: Model, allowance: string, meant: boolean): Model => ({
  ...model,
  allows: [...model.allows.filter((one) => one !== allowance), ...(meant ? [allowance] : [])],
});

/** The ids that rows and alerts have. */
const taken = ({ rows, alerts }: Model): ReadonlySet<string> =>
  new Set([...rows, ...alerts].map(({ rule }) => rule));

/** An id for a new row or alert. */
export function newRule(model: Model, like: string): string {
  const ids = taken(model);
  return newId(like || 'row', (id) => ids.has(id));
}

const inserted = <T>(items: readonly T[], at: number, ...added: T[]): T[] => [
  ...items.slice(0, at),
  ...added,
  ...items.slice(at),
];

/** A new row before the `at`th; it asks nothing yet and says nothing. */
export const addRow = (model: Model, at: number): Model => ({
  ...model,
  rows: inserted(model.rows, at, {
    rule: newRule(model, 'row'),
    when: model.columns.map(() => []),
    rating: 'insufficient-data',
    flags: [],
    vi: '',
    en: '',
  }),
});

export const duplicateRow = (model: Model, at: number): Model => {
  const row = model.rows[at];
  return row
    ? { ...model, rows: inserted(model.rows, at + 1, { ...row, rule: newRule(model, row.rule) }) }
    : model;
};

/** The table keeps a row, for without one there is none. */
export const removeRow = (model: Model, at: number): Model =>
  model.rows.length > 1 ? { ...model, rows: model.rows.filter((_, i) => i !== at) } : model;

export function moveRow(model: Model, from: number, to: number): Model {
  const row = model.rows[from];
  if (!row || to < 0 || to >= model.rows.length) return model;
  return {
    ...model,
    rows: inserted(
      model.rows.filter((_, i) => i !== from),
      to,
      row,
    ),
  };
}

export const addColumn = (model: Model, fact: string): Model =>
  model.columns.includes(fact)
    ? model
    : {
        ...model,
        columns: [...model.columns, fact],
        rows: model.rows.map((row) => ({ ...row, when: [...row.when, []] })),
      };

/** The table keeps a column, for a row without any would ask nothing. */
export const removeColumn = (model: Model, fact: string): Model => {
  const at = model.columns.indexOf(fact);
  if (at < 0 || model.columns.length === 1) return model;
  return {
    ...model,
    columns: model.columns.filter((_, i) => i !== at),
    rows: model.rows.map((row) => ({ ...row, when: row.when.filter((_, i) => i !== at) })),
  };
};

/** Things with a key that is each one's own, also where two have the same id. */
export function keyed<T>(
  things: readonly T[],
  idOf: (thing: T) => string,
): { key: string; thing: T; at: number }[] {
  const seen = new Map<string, number>();
  return things.map((thing, at) => {
    const id = idOf(thing);
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return { key: `${id} ${times}`, thing, at };
  });
}
