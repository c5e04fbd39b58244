import { type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { unitOf, useWords, type Word } from '../i18n';
import { format, formatPerCent } from './decimal';
import { periodInWords } from './period';

/** One check that a figure failed; amounts as exact decimals in the indicator's unit. */
export interface FigureWarning {
  fault: Word<'fault'>;
  reaction: 'warn' | 'block';
  figure: string;
  against: string;
  period?: string | null;
  /** the share that was exceeded, 1 is 100 % */
  allowed?: string | null;
}

interface Unit {
  unit: string;
  unitEn?: string | null;
}

/** What checks found of a figure, with both values. */
export function FigureWarnings({
  warnings,
  indicator,
}: {
  warnings: readonly FigureWarning[];
  indicator: Unit;
}) {
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
export function FigurePreview<C, K extends QueryKey>({
  candidate,
  query,
  indicator,
}: {
  /** undefined while there is nothing to ask of */
  candidate: C | undefined;
  query: (candidate: C | undefined) => UseQueryOptions<FigureWarning[], Error, FigureWarning[], K>;
  indicator: Unit;
}) {
  const { t } = useWords();
  const settled = useSettled(candidate);
  const { data: warnings = [] } = useQuery(query(settled));
  if (!candidate || warnings.length === 0) return <div role="status" />;
  return (
    <div role="status" className="note">
      <p>
        <strong>
          {t(warnings.some(({ reaction }) => reaction === 'block') ? 'checks.willBlock' : 'checks.willWarn')}
        </strong>
      </p>
      <FigureWarnings warnings={warnings} indicator={indicator} />
    </div>
  );
}

/** The value once nobody has typed for a moment. */
function useSettled<C>(candidate: C | undefined): C | undefined {
  const text = JSON.stringify(candidate ?? null);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 400);
    return () => clearTimeout(timer);
  }, [text]);
  return JSON.parse(settled) ?? undefined;
}
