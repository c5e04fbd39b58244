import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n';
import { Empty, Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { periodInWords } from '../../ui/period';
import { plansQuery } from './plans.api';

export function PlansPage() {
  const { t, language } = useWords();
  const plans = useQuery(plansQuery);
  return (
    <>
      <PageHead title={t('plans.title')} />
      <Loaded query={plans}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={t('plans.empty')}>
              <p>{t('plans.emptyDetail')}</p>
            </Empty>
          ) : (
            <ul className="cards">
              {[...items]
                .sort((a, b) => b.period.localeCompare(a.period))
                .map((plan) => (
                  <li key={plan.id} className="card plan-card">
                    <p className="eyebrow">
                      {t(`planKind.${plan.kind}`)} ·{' '}
                      {periodInWords(plan.period, language).replace(/^năm /, '')}
                    </p>
                    <h2>
                      <Link to="/plans/$planId" params={{ planId: plan.id }} className="card-link">
                        {plan.title}
                      </Link>
                    </h2>
                    <p className="card-facts">
                      <span className="chip">{t(`planStatus.${plan.status}`)}</span>
                      <span>
                        {t('plans.targets')}: <strong>{plan.targets}</strong>
                      </span>
                    </p>
                  </li>
                ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}
