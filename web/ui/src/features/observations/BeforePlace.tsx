import { useQuery } from '@tanstack/react-query';
import { useAsOf } from '../../frame/asOf';
import { unitOf, useWords } from '../../i18n';
import { day } from '../../ui/day';
import { format } from '../../ui/decimal';
import { figureQuery, placeQuery } from './observations.api';

interface Props {
  indicator: { code: string; unit: string; unitEn?: string | null };
  area: string;
}

/** What was there in the last whole year before the place came to be, and what it makes together by the indicator's rule. */
export function BeforePlace({ indicator, area }: Props) {
  const { t, language } = useWords();
  const asOf = useAsOf();
  const place = useQuery(placeQuery(area));
  const year = place.data ? String(Number(place.data.area.validFrom.slice(0, 4)) - 1) : '';
  const figure = useQuery({
    ...figureQuery({ indicator: indicator.code, period: year, area, asOf }),
    enabled: year !== '' && Number(year) >= 1990,
  });
  const before = figure.data?.before;
  if (!before || before.places.length === 0) return null;
  const unit = unitOf(indicator, language);
  return (
    <>
      <p className="note">
        {t(before.comparable ? 'observations.before' : 'observations.restarts', {
          since: day(before.since, language),
          year,
        })}
      </p>
      <dl className="operands">
        {before.comparable && (
          <div>
            <dt>{year}</dt>
            <dd>
              {before.total ? (
                <strong>
                  {format(before.total, language)} {unit}
                </strong>
              ) : (
                <span className="missing">{t('rating.insufficient-data')}</span>
              )}
            </dd>
          </div>
        )}
        {before.places.map(({ area: part, name, observation }) => (
          <div key={part}>
            <dt>{name}</dt>
            <dd>
              {observation ? (
                format(observation.amount, language)
              ) : (
                <span className="missing">{t('scorecard.noActual')}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
