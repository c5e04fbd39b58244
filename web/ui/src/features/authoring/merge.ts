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
        : isObject(model.rollUp)
          ? model.rollUp.grades
          : undefined;
  return Array.isArray(items) ? items.filter(isObject) : undefined;
};

const idOf = (thing: Json) => String(thing.rule ?? thing.code ?? '');

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

/** In the order of `wanted`; what it does not have stays behind what stood before it. */
function inOrder<T>(items: readonly T[], nameOf: (item: T) => string, wanted: readonly string[]): T[] {
  const sorted = items
    .filter((item) => wanted.includes(nameOf(item)))
    .sort((a, b) => wanted.indexOf(nameOf(a)) - wanted.indexOf(nameOf(b)));
  items.forEach((item, i) => {
    if (wanted.includes(nameOf(item))) return;
    const before = items[i - 1];
    sorted.splice(before === undefined ? 0 : sorted.indexOf(before) + 1, 0, item);
  });
  return sorted;
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

/** The merged model with one conflict decided as `side` has it. All three are parsed JSON. */
function decided(merged: Json, side: Json, { part, thing, field }: Cell, stays: boolean): Json {
  if (part === 'order') {
    if (field === 'columns') return recolumned(merged, inOrder(columnsOf(merged), String, columnsOf(side)));
    const list = field.replace(/s$/, '');
    return withPart(
      merged,
      list,
      inOrder(partOf(merged, list) ?? [], idOf, (partOf(side, list) ?? []).map(idOf)),
    );
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

/** @param theirs the numbers of those conflicts in which theirs is taken; all texts are JSON */
export function decide(
  texts: { merged: string; mine: string; theirs: string },
  conflicts: readonly Conflict[],
  theirs: ReadonlySet<number>,
): string {
  const [merged, mine, other] = [texts.merged, texts.mine, texts.theirs].map(
    (text) => JSON.parse(text) as Json,
  );
  const whole = conflicts.reduce<Json>((model, conflict, number) => {
    const taken = theirs.has(number);
    const stays = (taken ? conflict.theirs : conflict.mine) != null;
    return decided(model, (taken ? other : mine) ?? {}, conflict.cell, stays);
  }, merged ?? {});
  return JSON.stringify(whole);
}

/** Things of both, by id: mine where I changed it since `base`, else theirs. */
export function mergedById<T extends { id: string }>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
): T[] {
  const same = (a: T | undefined, b: T | undefined) => JSON.stringify(a) === JSON.stringify(b);
  const find = (list: readonly T[], id: string) => list.find((one) => one.id === id);
  const ids = [...new Set([...theirs, ...mine].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const taken = same(find(base, id), find(mine, id)) ? find(theirs, id) : find(mine, id);
    return taken ? [taken] : [];
  });
}
