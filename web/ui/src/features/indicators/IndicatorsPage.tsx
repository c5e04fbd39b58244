import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../frame/session';
import { groupInWords, named, unitOf, useWords } from '../../i18n';
import { fold } from '../../ui/fold';
import { Empty, Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { WideTable } from '../../ui/WideTable';
import { AddIndicatorSheet } from './AddIndicatorSheet';
import { CatalogueSheet } from './CatalogueSheet';
import { CorrectIndicatorSheet } from './CorrectIndicatorSheet';
import { type Indicator, indicatorsList, indicatorsQuery } from './indicators.api';

/** What is measured, by group; the province may add its own beside the national ones. */
export function IndicatorsPage() {
  const { t } = useWords();
  const { may } = useSession();
  const indicators = useQuery(indicatorsQuery);
  const [find, setFind] = useState('');
  const [open, setOpen] = useState<'new' | 'catalogue' | Indicator>();
  const [done, setDone] = useState<string>();
  const groups = [...new Set(indicators.data?.map(({ group }) => group) ?? [])];
  const close = () => setOpen(undefined);
  const finish = (said: string) => {
    setDone(said);
    close();
  };
  return (
    <>
      <PageHead
        title={t('indicators.title')}
        list={indicatorsList}
        actions={
          may('province-admin') && (
            <>
              <button type="button" className="button plain" onClick={() => setOpen('catalogue')}>
                {t('indicators.catalogue')}
              </button>
              <button type="button" className="button primary" onClick={() => setOpen('new')}>
                {t('indicators.add')}
              </button>
            </>
          )
        }
      />
      {done && (
        <p className="note" role="status">
          {done}
        </p>
      )}
      <div className="filters">
        <label className="search">
          <span>{t('indicators.search')}</span>
          <input
            type="search"
            placeholder={t('scorecard.searchHint')}
            value={find}
            onChange={({ target }) => setFind(target.value)}
          />
        </label>
      </div>
      <Loaded query={indicators}>
        {(items) => {
          const shown = items.filter(({ name, nameEn, code }) =>
            fold(`${name} ${nameEn ?? ''} ${code}`).includes(fold(find)),
          );
          return shown.length > 0 ? (
            <Groups indicators={shown} {...(may('province-admin') ? { onCorrect: setOpen } : {})} />
          ) : (
            <Empty title={t('indicators.empty')} />
          );
        }}
      </Loaded>
      {open === 'new' && (
        <AddIndicatorSheet
          groups={groups}
          onClose={close}
          onAdded={(name) => finish(t('indicators.added', { name }))}
        />
      )}
      {open === 'catalogue' && (
        <CatalogueSheet onClose={close} onAdopted={(name) => setDone(t('indicators.added', { name }))} />
      )}
      {typeof open === 'object' && (
        <CorrectIndicatorSheet
          indicator={open}
          groups={groups}
          onClose={close}
          onCorrected={(name) => finish(t('indicators.corrected', { name }))}
        />
      )}
    </>
  );
}

function Groups({
  indicators,
  onCorrect,
}: {
  indicators: readonly Indicator[];
  /** absent for those who may not */
  onCorrect?: (indicator: Indicator) => void;
}) {
  const { t, language } = useWords();
  const groups = new Map<string, Indicator[]>();
  for (const one of indicators) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return (
    <WideTable label={t('indicators.title')}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('indicators.name')}</th>
            <th scope="col">{t('indicators.unit')}</th>
            <th scope="col">{t('indicators.kind')}</th>
            <th scope="col">{t('indicators.direction')}</th>
            <th scope="col">{t('indicators.definition')}</th>
            {onCorrect && (
              <th scope="col">
                <span className="visually-hidden">{t('scorecard.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        {[...groups].map(([group, members]) => (
          <tbody key={group}>
            <tr className="group">
              <th scope="rowgroup" colSpan={onCorrect ? 6 : 5}>
                {groupInWords(t, group)}
                <span className="group-count">{members.length}</span>
              </th>
            </tr>
            {members.map((one) => (
              <tr key={one.code}>
                <th scope="row">
                  {named(one, language)}
                  <span className="under">
                    <code>{one.code}</code> · {t(one.national ? 'indicators.national' : 'indicators.own')}
                    {one.leadUnit && ` · ${t('indicators.leadUnit')}: ${one.leadUnit}`}
                    {one.proxy && ` · ${t('indicators.proxy')}: ${one.proxy}`}
                  </span>
                  {one.retired && <span className="chip">{t('indicators.retired')}</span>}
                </th>
                <td>{unitOf(one, language)}</td>
                <td>
                  {t(`kind.${one.kind}`)}
                  {one.formula && (
                    <span className="under">
                      {t('indicators.calculated')}: <code>{one.formula}</code>
                    </span>
                  )}
                </td>
                <td>{t(`direction.${one.direction}`)}</td>
                <td className="sentences">
                  {one.definition ?? <span className="missing">{t('indicators.noDefinition')}</span>}
                  {one.source && (
                    <span className="under">
                      {t('indicators.source')}: {one.source}
                    </span>
                  )}
                </td>
                {onCorrect && (
                  <td>
                    <button
                      type="button"
                      className="link"
                      aria-label={t('indicators.correctOf', { name: named(one, language) })}
                      onClick={() => onCorrect(one)}
                    >
                      {t('indicators.correct')}
                    </button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </WideTable>
  );
}
