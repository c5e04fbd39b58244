import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { useSession } from '../../frame/session';
import { named, useWords } from '../../i18n';
import { day } from '../../ui/day';
import { formatPerCent } from '../../ui/decimal';
import { fold } from '../../ui/fold';
import { Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { WideTable } from '../../ui/WideTable';
import { ThresholdEditor } from './ThresholdEditor';
import {
  type Choice,
  type Cut,
  cuts,
  indicatorNamesQuery,
  type Threshold,
  thresholdPlacesQuery,
  thresholdsList,
  thresholdsQuery,
} from './thresholds.api';
import { thresholdsRoute } from './thresholds.route';
import './thresholds.css';

/** Which threshold each indicator is rated by: its own, or the province's common one. */
export function ThresholdsPage() {
  const { t, language } = useWords();
  const { may } = useSession();
  const { find, edit, place, shown } = thresholdsRoute.useSearch();
  const navigate = useNavigate();
  const thresholds = useQuery(thresholdsQuery);
  const indicators = useQuery(indicatorNamesQuery);
  const places = useQuery(thresholdPlacesQuery);
  const [saved, setSaved] = useState(false);
  const author = may('rule-author');
  const change = (search: Partial<Record<'find' | 'edit' | 'place', string | undefined>>) =>
    void navigate({ to: '.', search: (current) => ({ ...current, ...search }), replace: true });
  const nameOf = (code: string) => {
    const indicator = indicators.data?.find((one) => one.code === code);
    return indicator ? named(indicator, language) : code;
  };
  const placeOf = (id: string) => places.data?.find((one) => one.id === id)?.name ?? id;
  const inheritedBy = (code: string) =>
    (place && thresholds.data?.indicators.find((one) => one.indicator === code)) || thresholds.data?.province;

  return (
    <>
      <PageHead title={t('thresholds.title')} list={thresholdsList}>
        <p>{t('thresholds.intro')}</p>
        {!author && <p>{t('thresholds.readOnly')}</p>}
      </PageHead>
      {saved && (
        <p className="note" role="status">
          {t('thresholds.saved')} <Link to="/plans">{t('thresholds.toPlan')}</Link>
        </p>
      )}
      <div className="filters">
        <label className="search">
          <span>{t('thresholds.search')}</span>
          <input
            type="search"
            placeholder={t('scorecard.searchHint')}
            value={find ?? ''}
            onChange={({ target }) => change({ find: target.value || undefined })}
          />
        </label>
      </div>
      {shown && thresholds.data && !isThere(thresholds.data, shown) && (
        <p className="note" role="status">
          {t('thresholds.replaced')}
        </p>
      )}
      <Loaded query={thresholds}>
        {({ province, indicators: owned, areas }) => (
          <Loaded query={indicators}>
            {(all) => (
              <WideTable label={t('thresholds.title')}>
                <table className="ledger thresholds">
                  <thead>
                    <tr>
                      <td />
                      <th scope="colgroup" colSpan={2} className="over">
                        {t('thresholds.endOfPeriod')}
                      </th>
                      <th scope="colgroup" colSpan={2} className="over">
                        {t('thresholds.onTheWay')}
                      </th>
                      <td />
                      <th scope="colgroup" colSpan={2} className="over">
                        {t('thresholds.forecast')}
                      </th>
                      <td colSpan={4} />
                    </tr>
                    <tr>
                      <th scope="col">{t('scorecard.indicator')}</th>
                      {cuts.map((cut) => (
                        <th key={cut} scope="col" className="number">
                          {t(`thresholds.${cut}`)}
                        </th>
                      ))}
                      <th scope="col" className="number">
                        {t('thresholds.staleFrom')}
                      </th>
                      <th scope="col">{t('thresholds.validFrom')}</th>
                      <th scope="col">{t('thresholds.scope')}</th>
                      <th scope="col">
                        <span className="visually-hidden">{t('scorecard.actions')}</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    <Line
                      shown={shown}
                      kind="common"
                      name={t('thresholds.province')}
                      threshold={province}
                      onEdit={author ? () => change({ edit: 'province' }) : undefined}
                    />
                    {all
                      .filter(({ name, nameEn, code }) =>
                        fold(`${name} ${nameEn ?? ''} ${code}`).includes(fold(find ?? '')),
                      )
                      .flatMap((indicator) => {
                        const own = owned.find((one) => one.indicator === indicator.code);
                        const name = named(indicator, language);
                        return [
                          <Line
                            key={indicator.code}
                            shown={shown}
                            kind={own ? 'own' : 'inherited'}
                            name={name}
                            threshold={own ?? province}
                            onEdit={author ? () => change({ edit: indicator.code }) : undefined}
                          />,
                          ...areas
                            .filter((one) => one.indicator === indicator.code)
                            .map((one) => (
                              <Line
                                key={one.id}
                                shown={shown}
                                kind="areaOwn"
                                name={t('thresholds.inArea', { name, area: placeOf(one.area ?? '') })}
                                threshold={one}
                                onEdit={
                                  author
                                    ? () => change({ edit: indicator.code, place: one.area ?? undefined })
                                    : undefined
                                }
                              />
                            )),
                        ];
                      })}
                  </tbody>
                </table>
              </WideTable>
            )}
          </Loaded>
        )}
      </Loaded>
      {edit && author && thresholds.data && (
        <ThresholdEditor
          key={`${edit} ${place}`}
          scope={edit === 'province' ? 'province' : { code: edit, area: place }}
          name={
            edit === 'province'
              ? t('thresholds.province')
              : place
                ? t('thresholds.inArea', { name: nameOf(edit), area: placeOf(place) })
                : nameOf(edit)
          }
          inherited={inheritedBy(edit) ?? thresholds.data.province}
          onClose={() => change({ edit: undefined, place: undefined })}
          onSaved={() => {
            setSaved(true);
            change({ edit: undefined, place: undefined });
          }}
        >
          {edit !== 'province' && (
            <Place
              places={places.data ?? []}
              place={place}
              onChange={(chosen) => change({ place: chosen })}
            />
          )}
        </ThresholdEditor>
      )}
    </>
  );
}

/** Whether a threshold still is the newest one of its scope. */
const isThere = (
  { province, indicators, areas }: { province: Threshold; indicators: Threshold[]; areas: Threshold[] },
  id: string,
) => [province, ...indicators, ...areas].some((one) => one.id === id);

interface LineProps {
  /** whose the threshold is */
  kind: 'common' | 'inherited' | 'own' | 'areaOwn';
  name: string;
  threshold: Pick<Threshold, Cut | Choice | 'id' | 'staleFrom' | 'validFrom'>;
  /** the id of the threshold that an explanation points to */
  shown: string | undefined;
  /** absent for those who only read */
  onEdit: (() => void) | undefined;
}

function Line({ kind, name, threshold, shown, onEdit }: LineProps) {
  const { t } = useWords();
  const first = kind === 'inherited';
  // A line that inherits shows another's threshold.
  const marked = !first && threshold.id === shown;
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (marked) row.current?.scrollIntoView({ block: 'center' });
  }, [marked]);
  return (
    <tr ref={row} className={`${kind === 'areaOwn' ? 'own' : kind}${marked ? ' marked' : ''}`}>
      <th scope="row">
        {name}
        {marked && <span className="under">{t('thresholds.shown')}</span>}
        {!first && (
          <span className="under">
            {t('thresholds.reading', {
              range: t(`rangeMet.${threshold.rangeMet}`),
              ceiling: t(`ceilingIndex.${threshold.ceilingIndex}`),
            })}
          </span>
        )}
      </th>
      <Cells threshold={threshold} />
      <td>
        {first
          ? t('thresholds.inherited')
          : kind !== 'common' && <span className="chip">{t(`thresholds.${kind}`)}</span>}
      </td>
      <td>
        {onEdit && (
          <button
            type="button"
            className="link"
            aria-label={t(first ? 'thresholds.createOf' : 'thresholds.editOf', { name })}
            onClick={onEdit}
          >
            {t(first ? 'thresholds.create' : 'thresholds.edit')}
          </button>
        )}
      </td>
    </tr>
  );
}

interface PlaceProps {
  places: readonly { id: string; name: string }[];
  place: string | undefined;
  onChange: (place: string | undefined) => void;
}

/** Where an indicator's threshold is set for: everywhere, or one place. */
function Place({ places, place, onChange }: PlaceProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <div className="threshold-place">
      <label htmlFor={id}>{t('thresholds.area')}</label>
      <select id={id} value={place ?? ''} onChange={({ target }) => onChange(target.value || undefined)}>
        <option value="">{t('thresholds.everywhere')}</option>
        {places.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      <span className="under">{t('thresholds.areaHint')}</span>
    </div>
  );
}

function Cells({ threshold }: { threshold: Pick<Threshold, Cut | 'staleFrom' | 'validFrom'> }) {
  const { language } = useWords();
  return (
    <>
      {cuts.map((cut) => (
        <td key={cut} className="number">
          {formatPerCent(threshold[cut], language, 1)}
        </td>
      ))}
      <td className="number">{threshold.staleFrom}</td>
      <td>{day(threshold.validFrom, language)}</td>
    </>
  );
}
