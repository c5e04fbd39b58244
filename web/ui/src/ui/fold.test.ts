import { expect, it } from 'vitest';
import { fold } from './fold';

it('finds Điện Biên and chỉ tiêu without diacritics', () => {
  expect(fold('Điện Biên')).toBe('dien bien');
  expect(fold('Tỷ lệ hộ nghèo')).toContain('ho ngheo');
});
it('folds composed and decomposed spellings alike', () => {
  expect(fold('Hoà'.normalize('NFC'))).toBe(fold('Hoà'.normalize('NFD')));
});
