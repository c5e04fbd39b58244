import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { named, useWords } from '../../i18n';
import { moment } from '../../ui/day';
import { Empty, Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { WideTable } from '../../ui/WideTable';
import { OpenProvinceSheet } from './OpenProvinceSheet';
import { type Province, provincesQuery } from './provinces.api';

/** The provinces of the platform, how far their opening has come, and the form that opens the next. */
export function ProvincesPage() {
  const { t, language } = useWords();
  const provinces = useQuery(provincesQuery);
  const [opening, setOpening] = useState<'new' | Province>();
  return (
    <>
      <PageHead
        title={t('provinces.title')}
        actions={
          <button type="button" className="button primary" onClick={() => setOpening('new')}>
            {t('provinces.open')}
          </button>
        }
      />
      <Loaded query={provinces}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={t('provinces.empty')} />
          ) : (
            <WideTable label={t('provinces.title')}>
              <table className="ledger">
                <thead>
                  <tr>
                    <th scope="col">{t('provinces.name')}</th>
                    <th scope="col">{t('provinces.id')}</th>
                    <th scope="col">{t('provinces.code')}</th>
                    <th scope="col">{t('provinces.state')}</th>
                    <th scope="col">{t('provinces.openedAt')}</th>
                    <th scope="col">
                      <span className="visually-hidden">{t('scorecard.actions')}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((province) => {
                    const name = named(province, language);
                    const open = province.state === 'open';
                    return (
                      <tr key={province.id}>
                        <th scope="row">
                          {name}{' '}
                          {province.simulated && <span className="simulated">{t('frame.simulated')}</span>}
                        </th>
                        <td>
                          <code>{province.id}</code>
                        </td>
                        <td>{province.code ?? t('frame.none')}</td>
                        <td>
                          {open ? (
                            t('provinces.stateOpen')
                          ) : (
                            <>
                              <span className="caution">{t('provinces.stateOpening')}</span>
                              {province.step && (
                                <span className="under">
                                  {t('provinces.step')}: {t(`openingStep.${province.step}`)}
                                </span>
                              )}
                              {province.failure && <span className="under">{province.failure}</span>}
                            </>
                          )}
                        </td>
                        <td>{province.openedAt ? moment(province.openedAt, language) : t('frame.none')}</td>
                        <td>
                          {!open && (
                            <button
                              type="button"
                              className="link"
                              aria-label={t('provinces.continueOf', { name })}
                              onClick={() => setOpening(province)}
                            >
                              {t('provinces.continue')}
                            </button>
                          )}
                        </td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </WideTable>
          )
        }
      </Loaded>
      {opening && (
        <OpenProvinceSheet
          started={opening === 'new' ? undefined : opening}
          onClose={() => setOpening(undefined)}
        />
      )}
    </>
  );
}
