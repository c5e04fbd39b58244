import { Problem } from '../api/problem';

const needsProvince = ['no-province', 'choose-a-province', 'province-not-open'];

/** Whether a call was refused because its token is not of exactly one open province. */
export const standsNowhere = (error: unknown): error is Problem =>
  error instanceof Problem && needsProvince.includes(error.code);

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
 * A token for work names one province only, so the switcher remembers, for this tab and user, between which ones there was a
 * choice. It is a convenience: whether the user still belongs there is decided at sign-in.
 */
export function remember(username: string, choices: readonly Choice[]): void {
  if (choices.length > 1) sessionStorage.setItem(REMEMBERED, JSON.stringify({ username, choices }));
}

export function remembered(username: string): Choice[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(REMEMBERED) ?? '{}');
    return kept.username === username ? choicesOf(kept.choices) : [];
  } catch {
    return [];
  }
}

export const forget = () => sessionStorage.removeItem(REMEMBERED);
