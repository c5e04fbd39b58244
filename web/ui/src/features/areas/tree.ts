import type { Area } from './areas.api';

/** The areas from the province downwards, each below its parent and by code, with how deep it lies. */
export function asTree(areas: readonly Area[]): { area: Area; depth: number }[] {
  const known = new Set(areas.map(({ id }) => id));
  const below = (parent: string | undefined, depth: number): { area: Area; depth: number }[] =>
    areas
      .filter((area) => (area.parent && known.has(area.parent) ? area.parent : undefined) === parent)
      .sort((a, b) => a.code.localeCompare(b.code) || a.validFrom.localeCompare(b.validFrom))
      .flatMap((area) => [{ area, depth }, ...below(area.id, depth + 1)]);
  return below(undefined, 0);
}
