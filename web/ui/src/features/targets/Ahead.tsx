import { useQuery } from '@tanstack/react-query';
import { useAsOf } from '../../frame/asOf';
import { unitOf, useWords } from '../../i18n';
import { Outlook } from '../../ui/Outlook';
import { type Indicator, outlookQuery } from './targets.api';

interface Props {
  planId: string;
  targetId: string;
  indicator: Indicator;
}

/** How the target is likely to end, as of the day that is looked at; nothing before its province can rate anything. */
export function Ahead({ planId, targetId, indicator }: Props) {
  const { t, language } = useWords();
  const { data } = useQuery(outlookQuery(planId, targetId, useAsOf()));
  if (!data) return null;
  return (
    <>
      <h3 className="section-title">{t('outlook.title')}</h3>
      <Outlook signals={data} unit={unitOf(indicator, language)} decimals={indicator.decimals} />
    </>
  );
}
