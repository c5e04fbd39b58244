import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsOf } from '../../frame/asOf';
import { useSession } from '../../frame/session';
import { useWords } from '../../i18n';
import { day } from '../../ui/day';
import { Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { AddAreaSheet } from './AddAreaSheet';
import { AreaSheet } from './AreaSheet';
import { type Area, areasList, areasQuery } from './areas.api';
import { areasRoute } from './areas.route';
import { ProvinceSuccessionSheet } from './ProvinceSuccessionSheet';
import { SuccessionSheet } from './SuccessionSheet';
import { asTree } from './tree';
import './areas.css';

/** The province and its parts on the header's day; each tells what it came from and what became of it. */
export function AreasPage() {
  const { t, language } = useWords();
  const { may } = useSession();
  const asOf = useAsOf();
  const { area, all } = areasRoute.useSearch();
  const navigate = areasRoute.useNavigate();
  const areas = useQuery(areasQuery(all ? undefined : asOf));
  const [sheet, setSheet] = useState<'add' | 'succession' | 'province'>();
  const [done, setDone] = useState<string>();
  const finish = (sentence: string) => {
    setDone(sentence);
    setSheet(undefined);
  };
  return (
    <>
      <PageHead
        title={t('areas.title')}
        list={areasList(asOf)}
        actions={
          may('province-admin') && (
            <>
              <button type="button" className="button plain" onClick={() => setSheet('succession')}>
                {t('areas.recordSuccession')}
              </button>
              <button type="button" className="button plain" onClick={() => setSheet('province')}>
                {t('areas.recordOfProvince')}
              </button>
              <button type="button" className="button primary" onClick={() => setSheet('add')}>
                {t('areas.add')}
              </button>
            </>
          )
        }
      >
        <p>{all ? t('areas.introAll') : t('areas.intro', { day: day(asOf, language) })}</p>
      </PageHead>
      {done && (
        <p className="note" role="status">
          {done}
        </p>
      )}
      <div className="filters">
        <label className="check">
          <input
            type="checkbox"
            checked={all === true}
            onChange={({ target }) =>
              void navigate({
                search: (search) => ({ ...search, all: target.checked || undefined }),
                replace: true,
              })
            }
          />
          {t('areas.all')}
        </label>
      </div>
      <Loaded query={areas}>{(items) => <Areas areas={items} />}</Loaded>
      {sheet === 'add' && (
        <AddAreaSheet
          areas={areas.data ?? []}
          onClose={() => setSheet(undefined)}
          onAdded={(name) => finish(t('areas.added', { name }))}
        />
      )}
      {sheet === 'succession' && (
        <SuccessionSheet
          onClose={() => setSheet(undefined)}
          onRecorded={() => finish(t('areas.recordedNow'))}
        />
      )}
      {sheet === 'province' && (
        <ProvinceSuccessionSheet
          onClose={() => setSheet(undefined)}
          onRecorded={() => finish(t('areas.recordedNow'))}
        />
      )}
      {area && (
        <AreaSheet
          key={area}
          id={area}
          onClose={() => void navigate({ search: (search) => ({ ...search, area: undefined }) })}
        />
      )}
    </>
  );
}

function Areas({ areas }: { areas: readonly Area[] }) {
  const { t, language } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs focus to be scrolled by keys
    <section className="ledger-box" aria-label={t('areas.title')} tabIndex={0}>
      <table className="ledger areas">
        <thead>
          <tr>
            <th scope="col">{t('areas.name')}</th>
            <th scope="col">{t('areas.level')}</th>
            <th scope="col">{t('areas.code')}</th>
            <th scope="col">{t('areas.validFrom')}</th>
            <th scope="col">{t('areas.validTo')}</th>
          </tr>
        </thead>
        <tbody>
          {asTree(areas).map(({ area, depth }) => (
            <tr key={area.id}>
              <th scope="row" data-depth={depth}>
                <Link to="/areas" search={(search) => ({ ...search, area: area.id })} className="link">
                  {area.name}
                </Link>
              </th>
              <td>{t(`areaLevel.${area.level}`)}</td>
              <td>
                <code>{area.code}</code>
              </td>
              <td>{day(area.validFrom, language)}</td>
              <td>{area.validTo ? day(area.validTo, language) : t('frame.none')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
