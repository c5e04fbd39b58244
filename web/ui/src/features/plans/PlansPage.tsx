import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../frame/session';
import { useWords } from '../../i18n';
import { Empty, Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { periodInWords } from '../../ui/period';
import { DrawUpPlanSheet } from './DrawUpPlanSheet';
import { plansQuery } from './plans.api';

export function PlansPage() {
  const { t, language } = useWords();
  const { may } = useSession();
  const navigate = useNavigate();
  const plans = useQuery(plansQuery);
  const [drawing, setDrawing] = useState(false);
  return (
    <>
      <PageHead
        title={t('plans.title')}
        actions={
          may('province-admin') && (
            <button type="button" className="button primary" onClick={() => setDrawing(true)}>
              {t('plans.drawUp')}
            </button>
          )
        }
      />
      <Loaded query={plans}>
        {(items) =>
          items.length === 0 ? (
            <NoPlans />
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
      {drawing && (
        <DrawUpPlanSheet
          onClose={() => setDrawing(false)}
          onDrawnUp={(planId) => void navigate({ to: '/plans/$planId', params: { planId } })}
        />
      )}
    </>
  );
}

/** Says what comes next in a new province, and whose turn it is. */
function NoPlans() {
  const { t } = useWords();
  const { may } = useSession();
  return (
    <Empty title={t('plans.empty')}>
      <p>{t(may('province-admin') ? 'plans.emptyAdmin' : 'plans.emptyOthers')}</p>
      <p>
        {t('plans.emptyMeanwhile')}: <Link to="/indicators">{t('nav.indicators')}</Link> ·{' '}
        <Link to="/thresholds">{t('nav.thresholds')}</Link>
      </p>
    </Empty>
  );
}
