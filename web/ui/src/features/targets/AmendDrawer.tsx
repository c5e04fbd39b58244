import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { named, unitOf, useWords } from '../../i18n';
import { AimText } from '../../ui/Amount';
import { moment } from '../../ui/day';
import { Loaded } from '../../ui/Loaded';
import { SideSheet } from '../../ui/SideSheet';
import { AmendForm } from './AmendForm';
import { currentOf, type Indicator, indicatorQuery, type Target, targetQuery } from './targets.api';
import { amendRoute } from './targets.route';
import './targets.css';

/** Amends a target and shows how it came to be what it is. */
export function AmendDrawer() {
  const { t, language } = useWords();
  const { planId, targetId } = amendRoute.useParams();
  const navigate = amendRoute.useNavigate();
  const target = useQuery(targetQuery(targetId));
  const indicator = useQuery(indicatorQuery(target.data?.value.indicator));
  const [saved, setSaved] = useState(0);
  return (
    <SideSheet
      title={t('targets.title')}
      onClose={() => void navigate({ to: '/plans/$planId', params: { planId } })}
    >
      <Loaded query={target}>
        {(tagged) => (
          <Loaded query={indicator}>
            {(measured) => (
              <>
                <h3 className="sheet-subject">{named(measured, language)}</h3>
                {saved > 0 && (
                  <p className="note" role="status">
                    {t('targets.saved')}
                  </p>
                )}
                <AmendForm
                  key={saved}
                  tagged={tagged}
                  indicator={measured}
                  reload={() => target.refetch().then(({ data }) => data)}
                  onSaved={() => setSaved(saved + 1)}
                />
                <h3 className="section-title">{t('targets.revisions')}</h3>
                <Revisions target={tagged.value} indicator={measured} />
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </SideSheet>
  );
}

function Revisions({ target, indicator }: { target: Target; indicator: Indicator }) {
  const { t, language } = useWords();
  const current = currentOf(target);
  const revisions = [...target.revisions].reverse();
  return (
    <ol className="revisions">
      {revisions.map((revision) => (
        <li key={revision.revision}>
          <p className="revision-head">
            <strong>
              {revision.revision === 1 ? t('targets.first') : t('targets.nth', { n: revision.revision - 1 })}
            </strong>
            {revision === current && <span className="chip">{t('targets.current')}</span>}
          </p>
          <p>
            <AimText aim={revision} unit={unitOf(indicator, language)} />
          </p>
          <blockquote lang="vi">“{revision.wording}”</blockquote>
          {revision.source && (
            <p>
              {t('observations.source')}: {revision.source}
            </p>
          )}
          {revision.reason && (
            <p>
              {t('targets.reason')}: {revision.reason}
            </p>
          )}
          {revision.recordedAt && (
            <p className="under">
              {revision.recordedBy
                ? t('observations.recordedBy', {
                    at: moment(revision.recordedAt, language),
                    by: revision.recordedBy,
                  })
                : t('observations.recorded', { at: moment(revision.recordedAt, language) })}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
