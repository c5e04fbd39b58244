import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { unitOf, useWords } from '../../i18n';
import { format, formatPerCent } from '../../ui/decimal';
import { periodInWords } from '../../ui/period';
import { type Candidate, type FigureWarning, previewQuery } from './observations.api';

interface Unit {
  unit: string;
  unitEn?: string | null;
}

/** What checks found of a figure, with both values. */
export function Warnings({ warnings, indicator }: { warnings: readonly FigureWarning[]; indicator: Unit }) {
  const { t, language } = useWords();
  const unit = unitOf(indicator, language);
  return (
    <ul className="warnings caution">
      {warnings.map(({ fault, figure, against, period, allowed }) => (
        <li key={fault}>
          {t(`fault.${fault}`, {
            figure: `${format(figure, language)} ${unit}`,
            against: `${format(against, language)} ${unit}`,
            period: period ? periodInWords(period, language) : '',
            allowed: allowed ? formatPerCent(allowed, language, 1) : '',
          })}
        </li>
      ))}
    </ul>
  );
}

/** What the checks would say of the figure as it stands in the form. The API decides again when it is sent. */
export function Preview({ candidate, indicator }: { candidate: Candidate | undefined; indicator: Unit }) {
  const { t } = useWords();
  const settled = useSettled(candidate);
  const { data } = useQuery(previewQuery(settled));
  const warnings = data?.warnings ?? [];
  if (!candidate || warnings.length === 0) return <div role="status" />;
  return (
    <div role="status" className="note">
      <p>
        <strong>
          {t(warnings.some(({ reaction }) => reaction === 'block') ? 'checks.willBlock' : 'checks.willWarn')}
        </strong>
      </p>
      <Warnings warnings={warnings} indicator={indicator} />
    </div>
  );
}

/** The value once nobody has typed for a moment. */
function useSettled(candidate: Candidate | undefined): Candidate | undefined {
  const text = JSON.stringify(candidate ?? null);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 400);
    return () => clearTimeout(timer);
  }, [text]);
  return JSON.parse(settled) ?? undefined;
}
