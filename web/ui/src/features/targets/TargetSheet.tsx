import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsOf } from '../../frame/asOf';
import { useSession } from '../../frame/session';
import { named, unitOf, useWords } from '../../i18n';
import { AimText } from '../../ui/Amount';
import { Loaded } from '../../ui/Loaded';
import { periodInWords } from '../../ui/period';
import { SideSheet } from '../../ui/SideSheet';
import { Ahead } from './Ahead';
import { Charges } from './Charges';
import { Findings } from './Findings';
import { Followed } from './Followed';
import { inForceOn } from './inForce';
import { Parts } from './Parts';
import { ProxyFigures } from './ProxyFigures';
import { Revisions } from './Revisions';
import {
  currentOf,
  type Indicator,
  indicatorQuery,
  placesQuery,
  planOfTargetQuery,
  responsibleQuery,
  type Target,
  targetQuery,
} from './targets.api';
import { targetRoute } from './targets.route';
import { Withdrawn } from './WithdrawTarget';

/** All there is to know of a target: its words, who answers for it, its parts, how it came to be what it is. */
export function TargetSheet() {
  const { t, language } = useWords();
  const { may } = useSession();
  const { planId, targetId } = targetRoute.useParams();
  const navigate = targetRoute.useNavigate();
  const target = useQuery(targetQuery(targetId));
  const indicator = useQuery(indicatorQuery(target.data?.value.indicator));
  const plan = useQuery(planOfTargetQuery(planId));
  const admin = may('province-admin') && plan.data !== undefined && plan.data.status !== 'closed';
  return (
    <SideSheet
      title={t('targets.sheet')}
      onClose={() => void navigate({ to: '/plans/$planId', params: { planId } })}
    >
      <Loaded query={target}>
        {({ value }) => (
          <Loaded query={indicator}>
            {(measured) => (
              <>
                <h3 className="sheet-subject">{named(measured, language)}</h3>
                <Withdrawn target={value} />
                <Facts target={value} indicator={measured} />
                <Findings planId={planId} targetId={value.id} />
                <Ahead planId={planId} targetId={value.id} indicator={measured} />
                <ProxyFigures planId={planId} target={value} indicator={measured} />
                <Followed target={value.id} />
                <Outlet />
                <Charges key={`${value.id} ${value.charges.length}`} target={value} admin={admin} />
                <Parts planId={planId} target={value} indicator={measured} admin={admin} />
                <h3 className="section-title">{t('targets.revisions')}</h3>
                <Revisions target={value} indicator={measured} />
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </SideSheet>
  );
}

function Facts({ target, indicator }: { target: Target; indicator: Indicator }) {
  const { t, language } = useWords();
  const areas = useQuery(placesQuery);
  const units = useQuery(responsibleQuery);
  const current = inForceOn(target.revisions, useAsOf());
  const newest = currentOf(target);
  const areaOf = (id: string) => areas.data?.find((one) => one.id === id)?.name ?? id;
  const assignee = units.data?.find((one) => one.id === target.assignedTo);
  return (
    <>
      <p>
        <AimText aim={current} unit={unitOf(indicator, language)} />
      </p>
      <blockquote lang="vi">“{current.wording}”</blockquote>
      {newest !== current && (
        <p className="note">
          {t('targets.amendedLater')} <AimText aim={newest} unit={unitOf(indicator, language)} />
        </p>
      )}
      <dl className="pairs">
        <Pair name={t('targets.period')}>
          {periodInWords(target.period, language)}
          {target.basis !== 'period' && ` · ${t(`basis.${target.basis}`)}`}
        </Pair>
        <Pair name={t('targets.authority')}>{t(`authority.${target.authority}`)}</Pair>
        <Pair name={t('targets.strictness')}>{t(`strictness.${target.strictness}`)}</Pair>
        <Pair name={t('targets.area')}>{areaOf(target.area)}</Pair>
        {target.subgroup && <Pair name={t('targets.subgroup')}>{target.subgroup}</Pair>}
        {target.assignedTo && (
          <Pair name={t('targets.assignedTo')}>
            {assignee ? named(assignee, language) : target.assignedTo}
          </Pair>
        )}
        {target.focus && <Pair name={t('targets.focus')}>{target.focus}</Pair>}
        {target.weight && <Pair name={t('targets.weight')}>{target.weight}</Pair>}
        {target.named.length > 0 && (
          <Pair name={t('targets.named')}>{target.named.map(({ name }) => name).join(', ')}</Pair>
        )}
      </dl>
      {target.parent && (
        <p>
          <Link
            to="/plans/$planId/targets/$targetId"
            params={{ planId: target.plan, targetId: target.parent }}
            className="link"
          >
            {t('targets.toParent')}
          </Link>
        </p>
      )}
    </>
  );
}

function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
