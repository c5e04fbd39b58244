import { useQuery } from '@tanstack/react-query';
import { useAsOf } from '../../frame/asOf';
import { unitOf, useWords } from '../../i18n';
import { format } from '../../ui/decimal';
import { Loaded } from '../../ui/Loaded';
import { periodInWords } from '../../ui/period';
import { figureQuery } from './observations.api';

interface Props {
  indicator: { code: string; unit: string; unitEn?: string | null; formula?: string | null };
  period: string | undefined;
  area: string | undefined;
}

/** A calculated figure and what it is made of. Nobody enters it, or nobody has: of a ratio a reported one counts. */
export function Calculated({ indicator, period, area }: Props) {
  const { t, language } = useWords();
  const asOf = useAsOf();
  const whole = period ?? asOf.slice(0, 4);
  const figure = useQuery(figureQuery({ indicator: indicator.code, period: whole, area, asOf }));
  return (
    <Loaded query={figure}>
      {({ observation, operands, formula, circular }) =>
        formula && (
          <>
            <p className="note">
              {t(indicator.formula ? 'observations.calculated' : 'observations.calculatedUnlessReported')}{' '}
              <code>{formula}</code>
            </p>
            {circular && <p className="problem">{t('observations.circular')}</p>}
            <dl className="operands">
              <div>
                <dt>{periodInWords(whole, language)}</dt>
                <dd>
                  {observation ? (
                    <strong>
                      {format(observation.amount, language)} {unitOf(indicator, language)}
                    </strong>
                  ) : (
                    <span className="missing">{t('rating.insufficient-data')}</span>
                  )}
                </dd>
              </div>
              {operands.map((operand) => (
                <div key={operand.indicator}>
                  <dt>
                    <code>{operand.indicator}</code>
                  </dt>
                  <dd>
                    {operand.observation ? (
                      format(operand.observation.amount, language)
                    ) : (
                      <span className="missing">{t('scorecard.noActual')}</span>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </>
        )
      }
    </Loaded>
  );
}
