import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from '../ui/decimal';
import { vi } from './vi';

const REMEMBERED = 'cotmoc.language';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof vi };
  }
}

function remembered(): Language {
  try {
    return localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

/** One of the words of a list, such as a rating: `Word<'rating'>`. The API's description leaves many of them plain text. */
export type Word<List extends keyof typeof vi> = keyof (typeof vi)[List] & string;

export const language = (): Language => (i18next.language === 'en' ? 'en' : 'vi');

/** English is fetched by those who read it: everybody's first page is Vietnamese. */
async function speak(to: Language): Promise<void> {
  if (to === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const { en } = await import('./en');
    i18next.addResourceBundle('en', 'translation', en);
  }
  await i18next.changeLanguage(to);
}

export async function switchLanguage(to: Language): Promise<void> {
  await speak(to);
  try {
    localStorage.setItem(REMEMBERED, to);
  } catch {
    // A browser that keeps nothing still switches for this visit.
  }
}

i18next.on('languageChanged', (to) => {
  document.documentElement.lang = to;
});

void i18next.use(initReactI18next).init({
  lng: 'vi',
  fallbackLng: 'vi',
  resources: { vi: { translation: vi } },
  interpolation: { escapeValue: false },
  returnNull: false,
  initAsync: false,
});

/** Settled once the words of the reader's language are there; where English cannot be had, they are Vietnamese. */
export const spoken: Promise<void> = speak(remembered()).catch(() => undefined);

/** The language of the screen and its words. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'vi';
  return { t, language };
}

/** The name in the reader's language, where a translation exists. */
export const named = (thing: { name: string; nameEn?: string | null }, language: Language): string =>
  language === 'en' && thing.nameEn ? thing.nameEn : thing.name;

export const unitOf = (thing: { unit: string; unitEn?: string | null }, language: Language): string =>
  language === 'en' && thing.unitEn ? thing.unitEn : thing.unit;

type Translate = ReturnType<typeof useWords>['t'];

/** A group or flag the server knows and this interface does not yet is shown by its own name. */
export const groupInWords = (t: Translate, group: string): string =>
  group in vi.group ? t(`group.${group as keyof typeof vi.group}`) : group || t('group.other');

export const flagInWords = (t: Translate, code: string): string =>
  code in vi.flag ? t(`flag.${code as keyof typeof vi.flag}`) : code;

/** What was changed, by the table's name where this interface has no word for it yet. */
export const subjectInWords = (t: Translate, subject: string): string =>
  subject in vi.subject ? t(`subject.${subject as keyof typeof vi.subject}`) : subject;
