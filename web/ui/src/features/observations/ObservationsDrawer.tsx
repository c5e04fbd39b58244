import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../frame/session';
import { named, useWords } from '../../i18n';
import { Loaded } from '../../ui/Loaded';
import { SideSheet } from '../../ui/SideSheet';
import { BeforePlace } from './BeforePlace';
import { Calculated } from './Calculated';
import { Course } from './Course';
import { calendars, measuredQuery, observationsQuery, reportedQuery } from './observations.api';
import { observationsRoute } from './observations.route';
import { RecordForm } from './RecordForm';
import { Vintages } from './Vintages';
import './observations.css';

/** The figures of one indicator and the form that adds the next. */
export function ObservationsDrawer() {
  const { t, language } = useWords();
  const { planId, indicator: code } = observationsRoute.useParams();
  const { period, area, subgroup, shown } = observationsRoute.useSearch();
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
          search: (search) => ({
            ...search,
            period: undefined,
            area: undefined,
            subgroup: undefined,
            shown: undefined,
          }),
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
            {area && !subgroup && <BeforePlace indicator={measured} area={area} />}
            {measured.formula ? (
              <Calculated indicator={measured} period={period} area={area} />
            ) : (
              <>
                {measured.numerator && <Calculated indicator={measured} period={period} area={area} />}
                <OfUnit indicator={code} area={area}>
                  <RecordForm
                    key={added}
                    indicator={measured}
                    period={period}
                    area={area}
                    subgroup={subgroup}
                    onRecorded={() => setAdded(added + 1)}
                  />
                </OfUnit>
                {calendars.map((calendar) => (
                  <Course
                    key={calendar}
                    indicator={measured}
                    period={period}
                    area={area}
                    subgroup={subgroup}
                    calendar={calendar}
                  />
                ))}
                <h3 className="section-title">{t('observations.vintages')}</h3>
                <Loaded query={vintages}>
                  {(items) => (
                    <Vintages
                      observations={items.filter((one) => (one.subgroup ?? '') === (subgroup ?? ''))}
                      indicator={measured}
                      shown={shown}
                    />
                  )}
                </Loaded>
              </>
            )}
          </>
        )}
      </Loaded>
    </SideSheet>
  );
}

/** Shows the form to whose unit reports the indicator there, and says to others why not. The API decides again. */
function OfUnit({
  indicator,
  area,
  children,
}: {
  indicator: string;
  area: string | undefined;
  children: ReactNode;
}) {
  const { t, language } = useWords();
  const { me, may } = useSession();
  const unit = me?.unit;
  const reported = useQuery(reportedQuery(unit?.id));
  if (!may('officer')) return <p className="under">{t('observations.noRight')}</p>;
  if (!unit) {
    return (
      <p className="note">
        {t('observations.noUnit')}{' '}
        <Link to="/units" className="link">
          {t('nav.units')}
        </Link>
      </p>
    );
  }
  if (unit.kind === 'compiler') return children;
  return (
    <Loaded query={reported}>
      {(assignments) =>
        assignments.some((one) => one.indicator === indicator && (!one.area || one.area === area)) ? (
          children
        ) : (
          <p className="note">
            {t('observations.notAssigned', { unit: named(unit, language) })}{' '}
            <Link to="/units" className="link">
              {t('nav.units')}
            </Link>
          </p>
        )
      }
    </Loaded>
  );
}
