import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../frame/session';
import { groupInWords, named, unitOf, useWords } from '../../i18n';
import { fold } from '../../ui/fold';
import { Empty, Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { WideTable } from '../../ui/WideTable';
import { AddIndicatorSheet } from './AddIndicatorSheet';
import { type Indicator, indicatorsQuery } from './indicators.api';

/** What is measured, by group; the province may add its own beside the national ones. */
export function IndicatorsPage() {
  const { t } = useWords();
  const { may } = useSession();
  const indicators = useQuery(indicatorsQuery);
  const [find, setFind] = useState('');
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<string>();
  return (
    <>
      <PageHead
        title={t('indicators.title')}
        actions={
          may('province-admin') && (
            <button type="button" className="button primary" onClick={() => setAdding(true)}>
              {t('indicators.add')}
            </button>
          )
        }
      />
      {added && (
        <p className="note" role="status">
          {t('indicators.added', { name: added })}
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
          return shown.length > 0 ? <Groups indicators={shown} /> : <Empty title={t('indicators.empty')} />;
        }}
      </Loaded>
      {adding && (
        <AddIndicatorSheet
          groups={[...new Set(indicators.data?.map(({ group }) => group) ?? [])]}
          onClose={() => setAdding(false)}
          onAdded={(name) => {
            setAdded(name);
            setAdding(false);
          }}
        />
      )}
    </>
  );
}

function Groups({ indicators }: { indicators: readonly Indicator[] }) {
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
          </tr>
        </thead>
        {[...groups].map(([group, members]) => (
          <tbody key={group}>
            <tr className="group">
              <th scope="rowgroup" colSpan={5}>
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
                  </span>
                </th>
                <td>{unitOf(one, language)}</td>
                <td>{t(`kind.${one.kind}`)}</td>
                <td>{t(`direction.${one.direction}`)}</td>
                <td className="sentences">
                  {one.definition ?? <span className="missing">{t('indicators.noDefinition')}</span>}
                  {one.source && (
                    <span className="under">
                      {t('indicators.source')}: {one.source}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </WideTable>
  );
}
