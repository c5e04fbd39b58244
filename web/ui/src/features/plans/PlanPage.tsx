import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useWords } from '../../i18n';
import { Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { periodInWords } from '../../ui/period';
import { planQuery } from './plans.api';
import { planRoute } from './plans.route';

export function PlanPage() {
  const { t, language } = useWords();
  const { planId } = planRoute.useParams();
  const plan = useQuery(planQuery(planId));
  // Drawers over the scorecard have addresses of their own and leave its tab chosen.
  const onScorecard = !/\/(statements|runs|life|coherence)(\/|$)/.test(useLocation().pathname);
  const part = { params: { planId }, className: 'tab', activeProps: { 'aria-current': 'page' as const } };
  return (
    <Loaded query={plan}>
      {({ title, period, status, kind }) => (
        <>
          <PageHead title={title}>
            <p className="facts">
              <span>
                {t(`planKind.${kind}`)} · {periodInWords(period, language).replace(/^năm /, '')}
              </span>
              <span className="chip">{t(`planStatus.${status}`)}</span>
            </p>
          </PageHead>
          <nav className="tabs" aria-label={t('plans.tabs')}>
            <Link
              to="/plans/$planId"
              params={{ planId }}
              className="tab"
              activeProps={{}}
              aria-current={onScorecard ? 'page' : undefined}
              activeOptions={{ exact: true }}
            >
              {t('plans.scorecard')}
            </Link>
            <Link to="/plans/$planId/life" {...part}>
              {t('plans.life')}
            </Link>
            <Link to="/plans/$planId/statements" {...part}>
              {t('plans.statements')}
            </Link>
            <Link to="/plans/$planId/coherence" {...part}>
              {t('plans.coherence')}
            </Link>
            <Link to="/plans/$planId/runs" {...part}>
              {t('plans.runs')}
            </Link>
          </nav>
          <Outlet />
        </>
      )}
    </Loaded>
  );
}
