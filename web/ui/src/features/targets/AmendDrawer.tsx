import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { named, useWords } from '../../i18n';
import { Loaded } from '../../ui/Loaded';
import { SideSheet } from '../../ui/SideSheet';
import { AmendForm } from './AmendForm';
import { Revisions } from './Revisions';
import { indicatorQuery, isDraftQuery, targetQuery } from './targets.api';
import { amendRoute } from './targets.route';
import { Withdrawn, WithdrawTarget } from './WithdrawTarget';

/** Amends a target and shows how it came to be what it is. */
export function AmendDrawer() {
  const { t, language } = useWords();
  const { planId, targetId } = amendRoute.useParams();
  const navigate = amendRoute.useNavigate();
  const target = useQuery(targetQuery(targetId));
  const indicator = useQuery(indicatorQuery(target.data?.value.indicator));
  const draft = useQuery(isDraftQuery(planId));
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
                {tagged.value.withdrawn ? (
                  <Withdrawn target={tagged.value} />
                ) : (
                  <>
                    <AmendForm
                      key={saved}
                      tagged={tagged}
                      indicator={measured}
                      adopted={draft.data !== true}
                      reload={() => target.refetch().then(({ data }) => data)}
                      onSaved={() => setSaved(saved + 1)}
                    />
                    <WithdrawTarget tagged={tagged} adopted={draft.data !== true} />
                  </>
                )}
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
