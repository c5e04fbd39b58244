/** They make no word, and none is taken for another. */
const letters = 'bcdfghjkmnpqrstvwxz23456789';
const length = 6;
const longest = 40;
const suffix = new RegExp(`-(\\d+|[${letters}]{${length}})$`);

/**
 * An id for a new thing, e.g. `row-k7m2qx`. Two people who each add something at the same time add two things, for nobody
 * else's has this id.
 *
 * @param like what the new one is, or the id of the one that it is a copy of
 */
export function newId(like: string, isTaken: (id: string) => boolean): string {
  const stem = like
    .replace(suffix, '')
    .slice(0, longest - length - 1)
    .replace(/-+$/, '');
  const random = Array.from(
    crypto.getRandomValues(new Uint8Array(length)),
    (byte) => letters[byte % letters.length],
  ).join('');
  const id = `${stem}-${random}`;
  return isTaken(id) ? newId(like, isTaken) : id;
}
