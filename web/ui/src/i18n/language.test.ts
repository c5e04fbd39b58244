import { expect, it, vi } from 'vitest';

/** The module as a browser begins it that remembers this choice. */
async function begun(remembered: string | null) {
  vi.resetModules();
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  vi.stubGlobal('localStorage', { getItem: () => remembered, setItem: () => {} });
  const { default: i18next } = await import('i18next');
  const { language, switchLanguage, words } = await import('.');
  await words;
  return { said: () => i18next.t('frame.close'), language, switchLanguage };
}

it('the screens begin in Vietnamese, and speak English by a switch and Vietnamese again', async () => {
  const { said, language, switchLanguage } = await begun(null);
  expect([language(), said()]).toEqual(['vi', 'Đóng']);
  await switchLanguage('en');
  expect([language(), said()]).toEqual(['en', 'Close']);
  await switchLanguage('vi');
  expect([language(), said()]).toEqual(['vi', 'Đóng']);
});

it('who chose English begins in English', async () => {
  const { said, language } = await begun('en');
  expect([language(), said()]).toEqual(['en', 'Close']);
});
