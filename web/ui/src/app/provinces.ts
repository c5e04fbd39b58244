/** A province someone may choose. */
export interface Choice {
  id: string;
  name: string;
}

const REMEMBERED = 'cotmoc.provinces';

const choiceOf = (value: unknown): Choice[] => {
  if (typeof value === 'string') return [{ id: value, name: value }];
  if (typeof value !== 'object' || value === null) return [];
  const { id, name } = value as Record<string, unknown>;
  return typeof id === 'string' ? [{ id, name: typeof name === 'string' ? name : id }] : [];
};

/** Reads the provinces a problem names, as objects with a name or as bare identifiers. */
export const choicesOf = (list: unknown): Choice[] => (Array.isArray(list) ? list.flatMap(choiceOf) : []);

/**
 * A token names one province only, so the switcher remembers, for this tab, between which ones the user once chose.
 * It is a convenience: whether the user still belongs there is decided at sign-in.
 */
export function remember(choices: readonly Choice[]): void {
  if (choices.length > 1) sessionStorage.setItem(REMEMBERED, JSON.stringify(choices));
}

export function remembered(): Choice[] {
  try {
    return choicesOf(JSON.parse(sessionStorage.getItem(REMEMBERED) ?? '[]'));
  } catch {
    return [];
  }
}

export const forget = () => sessionStorage.removeItem(REMEMBERED);
