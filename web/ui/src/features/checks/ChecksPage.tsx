import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { useSession } from '../../frame/session';
import { named, unitOf, useWords } from '../../i18n';
import { day } from '../../ui/day';
import { format, formatPerCent } from '../../ui/decimal';
import { Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { WideTable } from '../../ui/WideTable';
import { ChecksEditor } from './ChecksEditor';
import { checkedIndicatorsQuery, checks, checksList, checksQuery, type Limits } from './checks.api';
import { checksRoute } from './checks.route';

/** How figures are checked when they are entered: the province's default and the indicators that differ. */
export function ChecksPage() {
  const { t, language } = useWords();
  const { may } = useSession();
  const { edit } = checksRoute.useSearch();
  const navigate = useNavigate();
  const settings = useQuery(checksQuery);
  const indicators = useQuery(checkedIndicatorsQuery);
  const [saved, setSaved] = useState(false);
  const admin = may('province-admin');
  const open = (scope: string | undefined) =>
    void navigate({ to: '.', search: scope ? { edit: scope } : {}, replace: true });
  const measured = (code: string) => indicators.data?.find((one) => one.code === code);
  const nameOf = (code: string) => {
    const found = measured(code);
    return found ? named(found, language) : code;
  };

  return (
    <>
      <PageHead title={t('checks.title')} list={checksList}>
        <p>{t('checks.intro')}</p>
        {!admin && <p>{t('checks.readOnly')}</p>}
      </PageHead>
      {saved && (
        <p className="note" role="status">
          {t('checks.saved')}
        </p>
      )}
      {admin && (
        <div className="filters">
          <label htmlFor="own-checks">{t('checks.choose')}</label>
          <Select
            id="own-checks"
            style={{ minWidth: 280, maxWidth: '100%' }}
            showSearch={{ optionFilterProp: 'label' }}
            value={null}
            onChange={(code: string | null) => code && open(code)}
            options={indicators.data?.map((one) => ({ value: one.code, label: named(one, language) }))}
          />
        </div>
      )}
      <Loaded query={settings}>
        {({ house, province, indicators: own }) => (
          <>
            <WideTable label={t('checks.title')}>
              <table className="ledger">
                <thead>
                  <tr>
                    <th scope="col">{t('checks.scope')}</th>
                    {checks.map((check) => (
                      <th key={check} scope="col">
                        {t(`check.${check}`)}
                      </th>
                    ))}
                    <th scope="col">{t('checks.validFrom')}</th>
                    <th scope="col">
                      <span className="visually-hidden">{t('scorecard.actions')}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {[province ?? { indicator: null, limits: house, validFrom: null }, ...own].map(
                    ({ indicator, limits, validFrom }) => {
                      const name = indicator ? nameOf(indicator) : t('checks.province');
                      return (
                        <tr key={indicator ?? 'province'}>
                          <th scope="row">{name}</th>
                          <Cells limits={limits} indicator={indicator ? measured(indicator) : undefined} />
                          <td>{validFrom ? day(validFrom, language) : t('checks.ownDesign')}</td>
                          <td>
                            {admin && (
                              <button
                                type="button"
                                className="link"
                                aria-label={t('checks.editOf', { name })}
                                onClick={() => open(indicator ?? 'province')}
                              >
                                {t('checks.edit')}
                              </button>
                            )}
                          </td>
                        </tr>
                      );
                    },
                  )}
                </tbody>
              </table>
            </WideTable>
            {edit && admin && (
              <ChecksEditor
                key={edit}
                indicator={edit === 'province' ? undefined : (measured(edit) ?? { code: edit, unit: '' })}
                name={edit === 'province' ? t('checks.province') : nameOf(edit)}
                seen={
                  (edit === 'province' ? province : own.find((one) => one.indicator === edit)) ?? undefined
                }
                inherited={province?.limits ?? house}
                onClose={() => open(undefined)}
                onSaved={() => {
                  setSaved(true);
                  open(undefined);
                }}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

function Cells({
  limits,
  indicator,
}: {
  limits: Limits;
  indicator: { unit: string; unitEn?: string | null } | undefined;
}) {
  const { t, language } = useWords();
  const bound = (amount: string | null | undefined) => (amount == null ? '…' : format(amount, language));
  const shares = {
    jump: limits.jumpMost,
    parts: limits.partsTolerance,
  } as const;
  return checks.map((check) => (
    <td key={check}>
      {t(`reaction.${limits[check]}`)}
      {check === 'range' && indicator && (
        <>
          <br />
          <span className="under">
            {bound(limits.lowest)} – {bound(limits.highest)} {unitOf(indicator, language)}
          </span>
        </>
      )}
      {check === 'range' && !indicator && (
        <>
          <br />
          <span className="under">{t('checks.fromZero')}</span>
        </>
      )}
      {(check === 'jump' || check === 'parts') && (
        <>
          <br />
          <span className="under">
            {t('checks.over', { share: formatPerCent(shares[check], language, 1) })}
          </span>
        </>
      )}
    </td>
  ));
}
