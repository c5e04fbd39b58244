import { useWords } from '../../i18n';

/** Until when a form is to be handed in. @param days after the period's last day; negative before it */
export function Due({ days }: { days: number }) {
  const { t } = useWords();
  if (days === 0) return t('forms.dueLast');
  return days > 0 ? t('forms.due', { count: days }) : t('forms.dueBefore', { count: -days });
}
