import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAsOf } from '../../frame/asOf';
import { named, unitOf, useWords } from '../../i18n';
import { Amount } from '../../ui/Amount';
import { periodByCalendar } from '../../ui/period';
import { WideTable } from '../../ui/WideTable';
import { isAwaited } from './awaited';
import { type Indicator, proxyQuery, ratingQuery, type Target } from './targets.api';

interface Props {
  planId: string;
  target: Target;
  indicator: Indicator;
}

/** Another indicator's figures while the target's own are awaited, and that they are another's. */
export function ProxyFigures({ planId, target, indicator }: Props) {
  const { t, language } = useWords();
  const asOf = useAsOf();
  const rating = useQuery(ratingQuery(planId, target.id, asOf));
  const wanted = Boolean(indicator.proxy) && isAwaited(indicator, rating.data);
  const { data } = useQuery(proxyQuery(target.id, asOf, wanted));
  if (!wanted || !data?.indicator) return null;
  const proxy = data.indicator;
  const title = `${t('indicators.proxy')}: ${named(proxy, language)}`;
  return (
    <section aria-labelledby="proxy-figures">
      <h3 className="section-title" id="proxy-figures">
        {title}
      </h3>
      <p className="caution">{t('targets.proxyNotScored')}</p>
      {data.figures.length === 0 ? (
        <p className="missing">{t('targets.proxySilent')}</p>
      ) : (
        <WideTable label={title}>
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{t('targets.period')}</th>
                <th scope="col">{t('targets.amount')}</th>
                <th scope="col">{t('submissions.observationStatus')}</th>
              </tr>
            </thead>
            <tbody>
              {data.figures.map((figure) => (
                <tr key={figure.period}>
                  <th scope="row">{periodByCalendar(figure.period, figure.calendar, language)}</th>
                  <td className="number">
                    <Amount amount={figure.amount} unit={unitOf(proxy, language)} />
                  </td>
                  <td>{t(`observationStatus.${figure.status}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
      <p className="under">
        {proxy.definition} {t('indicators.source')}: {proxy.source}
      </p>
      <p>
        <Link
          to="/plans/$planId/figures/$indicator"
          params={{ planId, indicator: proxy.code }}
          search={(search) => ({
            asOf: search.asOf,
            period: target.period,
            area: target.area,
            ...(target.subgroup ? { subgroup: target.subgroup } : {}),
          })}
          className="link"
        >
          {t('why.toFigures')}
        </Link>
      </p>
    </section>
  );
}
