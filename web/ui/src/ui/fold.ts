/** Folds case, diacritics and đ, so that "dien bien" finds "Điện Biên". For searching only: never compare names by it. */
export const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();
