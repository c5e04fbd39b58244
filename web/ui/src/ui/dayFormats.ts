import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import type { Language } from './decimal';

dayjs.extend(customParseFormat);

/** How a day may be typed; the first is how it is shown. */
export const dayFormats: Record<Language, string[]> = {
  vi: ['DD/MM/YYYY', 'D/M/YYYY', 'DD-MM-YYYY', 'D-M-YYYY', 'DD.MM.YYYY', 'D.M.YYYY', 'YYYY-MM-DD'],
  en: ['D MMM YYYY', 'D MMMM YYYY', 'DD/MM/YYYY', 'D/M/YYYY', 'YYYY-MM-DD'],
};

/** Whether a field of these formats understands what was typed. */
export const isTypedDay = (typed: string, language: Language): boolean =>
  dayFormats[language].some((format) => dayjs(typed.trim(), format, language, true).isValid());
