import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../frame/session';
import { named, useWords } from '../../i18n';
import { Loaded } from '../../ui/Loaded';
import { SideSheet } from '../../ui/SideSheet';
import { measuredQuery, observationsQuery } from './observations.api';
import { observationsRoute } from './observations.route';
import { RecordForm } from './RecordForm';
import { Vintages } from './Vintages';
import './observations.css';

/** The figures of one indicator and the form that adds the next. */
export function ObservationsDrawer() {
  const { t, language } = useWords();
  const { may } = useSession();
  const { planId, indicator: code } = observationsRoute.useParams();
  const { period, area, subgroup } = observationsRoute.useSearch();
  const navigate = observationsRoute.useNavigate();
  const indicator = useQuery(measuredQuery(code));
  const vintages = useQuery(observationsQuery(code, area));
  const [added, setAdded] = useState(0);

  return (
    <SideSheet
      title={t('observations.title')}
      onClose={() =>
        void navigate({
          to: '/plans/$planId',
          params: { planId },
          search: (search) => ({ ...search, period: undefined, area: undefined, subgroup: undefined }),
        })
      }
    >
      <Loaded query={indicator}>
        {(measured) => (
          <>
            <h3 className="sheet-subject">
              {[named(measured, language), subgroup].filter(Boolean).join(' · ')}
            </h3>
            {added > 0 && (
              <p className="note" role="status">
                {t('observations.added')}
              </p>
            )}
            {may('officer') ? (
              <RecordForm
                key={added}
                indicator={measured}
                period={period}
                area={area}
                subgroup={subgroup}
                onRecorded={() => setAdded(added + 1)}
              />
            ) : (
              <p className="under">{t('observations.noRight')}</p>
            )}
            <h3 className="section-title">{t('observations.vintages')}</h3>
            <Loaded query={vintages}>
              {(items) => (
                <Vintages
                  observations={items.filter((one) => (one.subgroup ?? '') === (subgroup ?? ''))}
                  indicator={measured}
                />
              )}
            </Loaded>
          </>
        )}
      </Loaded>
    </SideSheet>
  );
}
