import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../frame/session';
import { named, useWords } from '../../i18n';
import { day } from '../../ui/day';
import { Empty, Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { AddUnitSheet } from './AddUnitSheet';
import { UnitSheet } from './UnitSheet';
import { type Unit, unitsList, unitsQuery } from './units.api';
import { unitsRoute } from './units.route';

/** The province's departments and committees; the sheet of one tells who is in it and what it reports. */
export function UnitsPage() {
  const { t } = useWords();
  const { me, may } = useSession();
  const { unit } = unitsRoute.useSearch();
  const navigate = unitsRoute.useNavigate();
  const units = useQuery(unitsQuery);
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<string>();
  const admin = may('province-admin');
  return (
    <>
      <PageHead
        title={t('units.title')}
        list={unitsList}
        actions={
          admin && (
            <button type="button" className="button primary" onClick={() => setAdding(true)}>
              {t('units.add')}
            </button>
          )
        }
      >
        <p>{t('units.intro')}</p>
        {!admin && <p>{t('units.readOnly')}</p>}
      </PageHead>
      {added && (
        <p className="note" role="status">
          {t('units.added', { name: added })}
        </p>
      )}
      <Loaded query={units}>
        {(items) =>
          items.length > 0 ? <Units units={items} mine={me?.unit?.id} /> : <Empty title={t('units.empty')} />
        }
      </Loaded>
      {adding && (
        <AddUnitSheet
          onClose={() => setAdding(false)}
          onAdded={(name) => {
            setAdded(name);
            setAdding(false);
          }}
        />
      )}
      {unit && (
        <UnitSheet
          key={unit}
          id={unit}
          admin={admin}
          onClose={() => void navigate({ search: (search) => ({ ...search, unit: undefined }) })}
        />
      )}
    </>
  );
}

function Units({ units, mine }: { units: readonly Unit[]; mine: string | undefined }) {
  const { t, language } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs focus to be scrolled by keys
    <section className="ledger-box" aria-label={t('units.title')} tabIndex={0}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('units.name')}</th>
            <th scope="col">{t('units.code')}</th>
            <th scope="col">{t('units.kind')}</th>
            <th scope="col">{t('units.validFrom')}</th>
            <th scope="col">{t('units.validTo')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.id}>
              <th scope="row">
                <Link to="/units" search={(search) => ({ ...search, unit: unit.id })} className="link">
                  {named(unit, language)}
                </Link>{' '}
                {unit.id === mine && <span className="chip">{t('units.mine')}</span>}
              </th>
              <td>
                <code>{unit.code}</code>
              </td>
              <td>{t(`unitKind.${unit.kind}`)}</td>
              <td>{day(unit.validFrom, language)}</td>
              <td>{unit.validTo ? day(unit.validTo, language) : t('frame.none')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
