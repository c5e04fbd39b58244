import { useEffect, useState } from 'react';
import { useWords } from '../../i18n';
import { en } from '../../i18n/en';
import { vi } from '../../i18n/vi';
import type { Model } from './model';
import type { Place, Remark } from './remarks';
import type { Words } from './words';

/** What every part of the editor works on. */
export interface Desk {
  readonly model: Model;
  /** @param place of the edit: typing on in one place is undone at once */
  readonly change: (model: Model, place?: string) => void;
  readonly mayEdit: boolean;
  readonly remarks: readonly Placed[];
}

/** A remark with its place on the screen. */
export interface Placed {
  readonly remark: Remark;
  readonly place: Place;
}

/** The words of the reader's language, for codes that come as data. */
export function useCodeWords(): { words: Words; language: 'vi' | 'en' } {
  const { language } = useWords();
  return { words: language === 'en' ? en : vi, language };
}

/** The value as it was when it last stood still for so many milliseconds. */
export function useSettled<T>(value: T, pause = 300): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
