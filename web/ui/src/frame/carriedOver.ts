/** What was typed upon one version, carried over to a newer one: a field that nobody typed in is as the newer one has it. */
export function carriedOver<Fields extends object>(typed: Fields, was: Fields, now: Fields): Fields {
  const names = Object.keys(now) as (keyof Fields)[];
  return Object.fromEntries(
    names.map((name) => [name, same(typed[name], was[name]) ? now[name] : typed[name]]),
  ) as Fields;
}

/** An emptied field is the same as one that was never filled. */
const same = (a: unknown, b: unknown) => JSON.stringify(a ?? '') === JSON.stringify(b ?? '');
