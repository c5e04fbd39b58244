import { useQuery } from '@tanstack/react-query';
import { useAsOf } from '../../frame/asOf';
import { named, unitOf, useWords } from '../../i18n';
import { day } from '../../ui/day';
import { format } from '../../ui/decimal';
import { Empty, Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { periodInWords } from '../../ui/period';
import { RatingIcon } from '../../ui/RatingTag';
import { ratings } from '../../ui/rating';
import { WideTable } from '../../ui/WideTable';
import { type Figure, type Overview, overviewList, overviewQuery } from './overview.api';
import './overview.css';

/** One row a province, one column an indicator in the latest year that all of them have published. */
export function OverviewPage() {
  const { t } = useWords();
  const asOf = useAsOf();
  const overview = useQuery(overviewQuery(asOf));
  return (
    <>
      <PageHead title={t('overview.title')} list={overviewList(asOf)}>
        <p>{t('overview.intro')}</p>
      </PageHead>
      <Loaded query={overview}>
        {(data) =>
          data.provinces?.length ? (
            <>
              <Provinces overview={data} />
              <Latest overview={data} />
            </>
          ) : (
            <Empty title={t('overview.empty')} />
          )
        }
      </Loaded>
    </>
  );
}

function Provinces({ overview }: { overview: Overview }) {
  const { t, language } = useWords();
  const columns = overview.columns;
  return (
    <WideTable label={t('overview.title')}>
      <table className="ledger overview">
        <thead>
          <tr>
            <th scope="col">{t('overview.province')}</th>
            <th scope="col">{t('overview.plan')}</th>
            {columns.map((column) => (
              <th key={column.code} scope="col" className="number">
                <span className="column-name">{named(column, language)}</span>
                <span className="under">
                  {unitOf(column, language)} · {periodInWords(column.period, language)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {overview.provinces.map((province) => (
            <tr key={province.id} className={province.simulated ? 'simulated-row' : undefined}>
              <th scope="row">
                {named(province, language)}
                {province.simulated && <span className="simulated">{t('frame.simulated')}</span>}
              </th>
              <td>
                {province.plans.length === 0 && <span className="missing">{t('overview.noPlan')}</span>}
                {province.plans.map((plan) => (
                  <PlanCounts key={plan.title} plan={plan} />
                ))}
              </td>
              {columns.map(({ code }, place) => {
                const figure = province.figures[place];
                return (
                  <td key={code} className="number">
                    {figure ? (
                      <PublishedFigure figure={figure} />
                    ) : (
                      <span className="missing">{t('overview.missing')}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

function PublishedFigure({ figure }: { figure: Figure }) {
  const { t, language } = useWords();
  return (
    <>
      {figure.withdrawnOn && (
        <span className="caution">{t('overview.withdrawn', { day: day(figure.withdrawnOn, language) })}</span>
      )}
      {figure.amount != null && (
        <>
          <strong>{format(figure.amount, language)}</strong>
          <span className="under">{t(`observationStatus.${figure.status}`)}</span>
        </>
      )}
    </>
  );
}

/** What else each province has published last: months and indicators that the provinces do not have in common. */
function Latest({ overview }: { overview: Overview }) {
  const { t, language } = useWords();
  const publishing = overview.provinces.filter(({ latest }) => latest.length > 0);
  if (publishing.length === 0) return null;
  return (
    <section className="overview-latest">
      <h2>{t('overview.latest')}</h2>
      <p>{t('overview.latestIntro')}</p>
      {publishing.map((province) => (
        <details key={province.id}>
          <summary>
            {named(province, language)} ({province.latest.length})
          </summary>
          <WideTable label={`${t('overview.latest')}: ${named(province, language)}`}>
            <table className="ledger">
              <thead>
                <tr>
                  <th scope="col">{t('overview.indicator')}</th>
                  <th scope="col">{t('overview.period')}</th>
                  <th scope="col" className="number">
                    {t('overview.figure')}
                  </th>
                  <th scope="col">{t('overview.knownOn')}</th>
                </tr>
              </thead>
              <tbody>
                {province.latest.map(({ indicator, figure }) => (
                  <tr key={`${indicator.code} ${indicator.period}`}>
                    <th scope="row">
                      {named(indicator, language)}
                      <span className="under">{unitOf(indicator, language)}</span>
                    </th>
                    <td>{periodInWords(indicator.period, language)}</td>
                    <td className="number">
                      <PublishedFigure figure={figure} />
                    </td>
                    <td>{day(figure.knownOn, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
        </details>
      ))}
    </section>
  );
}

function PlanCounts({ plan }: { plan: Overview['provinces'][number]['plans'][number] }) {
  const { t, language } = useWords();
  return (
    <>
      <strong>{plan.title}</strong>
      <span className="under">
        {periodInWords(plan.period, language)} · {t('frame.asOf').toLowerCase()} {day(plan.asOf, language)}
      </span>
      <ul className="mini-counts">
        {ratings
          .filter((rating) => plan.counts[rating])
          .map((rating) => (
            <li key={rating} className={`rating rating-${rating}`}>
              <RatingIcon rating={rating} />
              {plan.counts[rating]} {t(`rating.${rating}`)}
            </li>
          ))}
      </ul>
    </>
  );
}
