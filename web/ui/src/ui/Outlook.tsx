import type { ReactNode } from 'react';
import { useWords, type Word } from '../i18n';
import { Amount } from './Amount';
import { type Decimal, format, formatPerCent, round } from './decimal';
import { periodInWords } from './period';

/** What a target's figures warn of, as the explanation of its rating keeps it. */
export interface Signals {
  forecast: {
    silence?: Word<'silence'> | null;
    step?: Word<'step'> | null;
    points?: number | null;
    needed?: number | null;
    through?: string | null;
    middle?: Decimal | null;
    low?: Decimal | null;
    high?: Decimal | null;
    probability?: Decimal | null;
  };
  required?: {
    amount: Decimal;
    step: Word<'step'>;
    parts: number;
    best: Decimal;
    bestPeriod: string;
    among: number;
    /** whether both say how far a level moves in a year */
    change?: boolean | null;
  } | null;
  newest: { period?: string | null; step: Word<'step'>; late: number; covered: number; gone: number };
}

interface Props {
  signals: Signals;
  unit: string;
  /** digits that the indicator shows; what was computed is shown with no more */
  decimals: number;
}

/** How a target is likely to end, what the rest must bring against the best there was, and how old its figures are. */
export function Outlook({ signals: { forecast, required, newest }, unit, decimals }: Props) {
  const { t, language } = useWords();
  return (
    <dl className="pairs column">
      <Pair term={t('outlook.forecast')}>
        {forecast.middle != null && forecast.low != null && forecast.high != null ? (
          <>
            <Amount amount={round(forecast.middle, decimals)} unit={unit} />
            <span className="under">
              {t('outlook.interval', {
                low: format(forecast.low, language, decimals),
                high: format(forecast.high, language, decimals),
                unit,
              })}
            </span>
          </>
        ) : forecast.silence ? (
          t(`silence.${forecast.silence}`)
        ) : (
          t('outlook.tooFew', {
            points: forecast.points ?? 0,
            needed: forecast.needed ?? 0,
            step: t(`step.${forecast.step ?? 'month'}`),
          })
        )}
      </Pair>
      {forecast.probability != null && (
        <Pair term={t('outlook.probability')}>
          <strong>{probability(forecast.probability, language, t)}</strong>
        </Pair>
      )}
      {forecast.through && (
        <Pair term={t('outlook.method')}>
          {t(forecast.step === 'year' ? 'outlook.byYears' : 'outlook.byParts', {
            points: forecast.points ?? 0,
            step: t(`step.${forecast.step ?? 'month'}`),
            through: periodInWords(forecast.through, language),
          })}
        </Pair>
      )}
      {required && (
        <Pair term={t(required.change ? 'outlook.requiredChange' : 'outlook.required')}>
          <Amount amount={round(required.amount, decimals)} unit={`${unit}/${t(`step.${required.step}`)}`} />
          <span className="under">
            {t(required.change ? 'outlook.bestChange' : 'outlook.best', {
              best: `${format(required.best, language)} ${unit}`,
              period: periodInWords(required.bestPeriod, language),
              among: required.among,
              step: t(`step.${required.step}`),
            })}
          </span>
        </Pair>
      )}
      <Pair term={t('outlook.newest')}>
        {newest.period ? periodInWords(newest.period, language) : t('outlook.never')}
        <span className="under">
          {[
            newest.period &&
              (newest.late === 0
                ? t('outlook.upToDate')
                : t('outlook.late', { late: newest.late, step: t(`step.${newest.step}`) })),
            newest.gone > 0 && t('outlook.covered', { covered: newest.covered, gone: newest.gone }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </Pair>
    </dl>
  );
}

/** In whole per cent, and never that something is certain: it is a forecast. */
function probability(share: Decimal, language: 'vi' | 'en', t: ReturnType<typeof useWords>['t']): string {
  if (Number(share) < 0.01) return t('outlook.hardly');
  return Number(share) > 0.99 ? t('outlook.almost') : formatPerCent(round(share, 2), language, 0);
}

function Pair({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
