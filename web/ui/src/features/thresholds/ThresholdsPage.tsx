import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../frame/session';
import { named, useWords } from '../../i18n';
import { day } from '../../ui/day';
import { formatPerCent } from '../../ui/decimal';
import { fold } from '../../ui/fold';
import { Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { WideTable } from '../../ui/WideTable';
import { ThresholdEditor } from './ThresholdEditor';
import { cuts, indicatorNamesQuery, type Threshold, thresholdsQuery } from './thresholds.api';
import { thresholdsRoute } from './thresholds.route';
import './thresholds.css';

/** Which threshold each indicator is rated by: its own, or the province's common one. */
export function ThresholdsPage() {
  const { t, language } = useWords();
  const { may } = useSession();
  const { find, edit } = thresholdsRoute.useSearch();
  const navigate = useNavigate();
  const thresholds = useQuery(thresholdsQuery);
  const indicators = useQuery(indicatorNamesQuery);
  const [saved, setSaved] = useState(false);
  const author = may('rule-author');
  const change = (search: { find?: string | undefined; edit?: string | undefined }) =>
    void navigate({ to: '.', search: (current) => ({ ...current, ...search }), replace: true });
  const nameOf = (code: string) => {
    const indicator = indicators.data?.find((one) => one.code === code);
    return indicator ? named(indicator, language) : code;
  };

  return (
    <>
      <PageHead title={t('thresholds.title')}>
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
      <Loaded query={thresholds}>
        {({ province, indicators: owned }) => (
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
                      <td colSpan={4} />
                    </tr>
                    <tr>
                      <th scope="col">{t('scorecard.indicator')}</th>
                      {cuts.map((cut) => (
                        <th key={cut} scope="col" className="number">
                          {t(`thresholds.${cut}`)}
                        </th>
                      ))}
                      <th scope="col">{t('thresholds.validFrom')}</th>
                      <th scope="col">{t('thresholds.scope')}</th>
                      <th scope="col">
                        <span className="visually-hidden">{t('scorecard.actions')}</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    <tr className="common">
                      <th scope="row">{t('thresholds.province')}</th>
                      <Cells threshold={province} />
                      <td />
                      <td>
                        {author && (
                          <button
                            type="button"
                            className="link"
                            aria-label={t('thresholds.editOf', { name: t('thresholds.province') })}
                            onClick={() => change({ edit: 'province' })}
                          >
                            {t('thresholds.edit')}
                          </button>
                        )}
                      </td>
                    </tr>
                    {all
                      .filter(({ name, nameEn, code }) =>
                        fold(`${name} ${nameEn ?? ''} ${code}`).includes(fold(find ?? '')),
                      )
                      .map((indicator) => {
                        const own = owned.find((one) => one.indicator === indicator.code);
                        const name = named(indicator, language);
                        return (
                          <tr key={indicator.code} className={own ? 'own' : 'inherited'}>
                            <th scope="row">{name}</th>
                            <Cells threshold={own ?? province} />
                            <td>
                              {own ? (
                                <span className="chip">{t('thresholds.own')}</span>
                              ) : (
                                t('thresholds.inherited')
                              )}
                            </td>
                            <td>
                              {author && (
                                <button
                                  type="button"
                                  className="link"
                                  aria-label={t(own ? 'thresholds.editOf' : 'thresholds.createOf', { name })}
                                  onClick={() => change({ edit: indicator.code })}
                                >
                                  {t(own ? 'thresholds.edit' : 'thresholds.create')}
                                </button>
                              )}
                            </td>
                          </tr>
                        );
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
          key={edit}
          scope={edit === 'province' ? 'province' : { code: edit }}
          name={edit === 'province' ? t('thresholds.province') : nameOf(edit)}
          inherited={thresholds.data.province}
          onClose={() => change({ edit: undefined })}
          onSaved={() => {
            setSaved(true);
            change({ edit: undefined });
          }}
        />
      )}
    </>
  );
}

function Cells({ threshold }: { threshold: Pick<Threshold, (typeof cuts)[number] | 'validFrom'> }) {
  const { language } = useWords();
  return (
    <>
      {cuts.map((cut) => (
        <td key={cut} className="number">
          {formatPerCent(threshold[cut], language, 1)}
        </td>
      ))}
      <td>{day(threshold.validFrom, language)}</td>
    </>
  );
}
