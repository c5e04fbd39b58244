import type { Rule } from 'antd/es/form';
import { useWords } from '../../i18n';
import { day } from '../../ui/day';
import { nationsFirstDay, useWorkspace } from './workspace';

/** What a form says of a day that is too soon for a release; the server says the same of a clock that ran on. */
export function useFirstDayRule(): Rule[] {
  const { t, language } = useWords();
  const { nation } = useWorkspace();
  if (!nation) return [];
  return [
    {
      validator: async (_, from?: string) => {
        const first = nationsFirstDay();
        if (from && from < first)
          throw new Error(t('authoring.releaseTooSoon', { day: day(first, language) }));
      },
    },
  ];
}
