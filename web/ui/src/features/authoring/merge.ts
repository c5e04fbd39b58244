import type { TestCase, Text } from './authoring.api';

/** What two people may change apart, as the API names it; see `RuleCell`. */
export interface Cell {
  part: string;
  thing?: string | null;
  field: string;
}

export interface Conflict {
  cell: Cell;
  base?: string | null;
  mine?: string | null;
  theirs?: string | null;
  /** what one side made of a thing that the other one removed */
  edits?: readonly { cell: Cell; before?: string | null; after?: string | null }[];
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const partOf = (model: Json, part: string): Json[] | undefined => {
  const items =
    part === 'row'
      ? model.rows
      : part === 'alert'
        ? model.alerts
        : part === 'case'
          ? model.cases
          : isObject(model.rollUp)
            ? model.rollUp.grades
            : undefined;
  return Array.isArray(items) ? items.filter(isObject) : undefined;
};

const idOf = (thing: Json) => String(thing.rule ?? thing.code ?? thing.id ?? '');

const stepsOf = (field: string) =>
  field.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

const at = (from: unknown, [step, ...rest]: readonly string[]): unknown =>
  step === undefined ? from : isObject(from) ? at(from[step], rest) : undefined;

/** Sets or, with undefined, removes what lies at the steps; objects that end up empty go too. */
function put(into: Json, [step = '', ...rest]: readonly string[], value: unknown): Json {
  const { [step]: old, ...others } = into;
  const next = rest.length === 0 ? value : put(isObject(old) ? old : {}, rest, value);
  const gone = next === undefined || (rest.length > 0 && isObject(next) && Object.keys(next).length === 0);
  if (gone) return others;
  return step in into ? { ...into, [step]: next } : { ...others, [step]: next };
}

/** Those that `wanted` names in its order, in the places that they have among the others. */
function inOrder<T>(items: readonly T[], nameOf: (item: T) => string, wanted: readonly string[]): T[] {
  const isNamed = (item: T) => wanted.includes(nameOf(item));
  const named = items.filter(isNamed).sort((a, b) => wanted.indexOf(nameOf(a)) - wanted.indexOf(nameOf(b)));
  const places = items.map((item, i) => (isNamed(item) ? items.slice(0, i).filter(isNamed).length : -1));
  return items.map((item, i) => named[places[i] ?? -1] ?? item);
}

const columnsOf = (model: Json): string[] => (Array.isArray(model.columns) ? model.columns.map(String) : []);
const whenOf = (row: Json): unknown[] => (Array.isArray(row.when) ? row.when : []);

/** The same columns in another order or number, each row's cells with them. */
function recolumned(model: Json, columns: readonly string[]): Json {
  const before = columnsOf(model);
  const rows = partOf(model, 'row')?.map((row) => ({
    ...row,
    when: columns.map((column) => whenOf(row)[before.indexOf(column)] ?? '-'),
  }));
  return { ...model, columns, rows };
}

function withPart(model: Json, part: string, items: Json[]): Json {
  if (part === 'row') return { ...model, rows: items };
  if (part === 'alert') return { ...model, alerts: items };
  if (part === 'case') return { ...model, cases: items };
  return { ...model, rollUp: { ...(isObject(model.rollUp) ? model.rollUp : {}), grades: items } };
}

/** Of one thing one field as another model has it. */
function fieldFrom(
  thing: Json,
  from: Json | undefined,
  field: string,
  columns: string[],
  other: string[],
): Json {
  const [head = '', column] = stepsOf(field);
  if (head !== 'when' || column === undefined || !Array.isArray(thing.when)) {
    return put(thing, stepsOf(field), from && at(from, stepsOf(field)));
  }
  const cell = (from && whenOf(from)[other.indexOf(column)]) ?? '-';
  return { ...thing, when: columns.map((name, i) => (name === column ? cell : (whenOf(thing)[i] ?? '-'))) };
}

/**
 * The merged text with one conflict decided as `side` has it. All three are parsed JSON.
 *
 * @param said what the conflict shows of that side; of an order the ids of a stretch
 */
function decided(merged: Json, side: Json, { part, thing, field }: Cell, said: string | null): Json {
  const stays = said !== null;
  if (part === 'order') {
    const wanted = (said ?? '').split(', ');
    if (field === 'columns') return recolumned(merged, inOrder(columnsOf(merged), String, wanted));
    const list = field.replace(/s$/, '');
    return withPart(merged, list, inOrder(partOf(merged, list) ?? [], idOf, wanted));
  }
  if (part === 'model') {
    const [head, column] = stepsOf(field);
    if (head !== 'columns' || column === undefined)
      return put(merged, stepsOf(field), at(side, stepsOf(field)));
    return stays
      ? merged
      : recolumned(
          merged,
          columnsOf(merged).filter((one) => one !== column),
        );
  }
  const items = partOf(merged, part) ?? [];
  if (field === '')
    return stays
      ? merged
      : withPart(
          merged,
          part,
          items.filter((one) => idOf(one) !== thing),
        );
  const from = partOf(side, part)?.find((one) => idOf(one) === thing);
  return withPart(
    merged,
    part,
    items.map((one) =>
      idOf(one) === thing ? fieldFrom(one, from, field, columnsOf(merged), columnsOf(side)) : one,
    ),
  );
}

const isOfCases = ({ cell: { part, field } }: Conflict) =>
  part === 'case' || (part === 'order' && field === 'cases');

/** @param theirs the numbers of those conflicts in which theirs is taken */
export function decide(
  texts: { merged: Text; mine: Text; theirs: Text },
  conflicts: readonly Conflict[],
  theirs: ReadonlySet<number>,
): Text {
  const all = (jsonOf: (text: Text) => Json, ofCases: boolean) =>
    conflicts.reduce((merged, conflict, number) => {
      if (isOfCases(conflict) !== ofCases) return merged;
      const side = theirs.has(number) ? 'theirs' : 'mine';
      return decided(merged, jsonOf(texts[side]), conflict.cell, conflict[side] ?? null);
    }, jsonOf(texts.merged));
  const { cases } = all((text) => ({ cases: text.cases }), true);
  return {
    model: JSON.stringify(all(({ model }) => JSON.parse(model) as Json, false)),
    cases: (cases as TestCase[]).map(whole),
  };
}

/** A field that goes may be the last one of its kind. */
const whole = ({ name, given, ...test }: TestCase): TestCase => ({
  ...test,
  ...(name ? { name: { vi: name.vi ?? '', en: name.en ?? '' } } : {}),
  given: given ?? {},
});
