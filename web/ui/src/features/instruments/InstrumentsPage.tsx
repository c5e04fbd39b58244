import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EvidenceFiles } from '../../frame/EvidenceFiles';
import { useSession } from '../../frame/session';
import { useWords } from '../../i18n';
import { day } from '../../ui/day';
import { Empty, Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { WideTable } from '../../ui/WideTable';
import { AddInstrumentSheet } from './AddInstrumentSheet';
import { type Instrument, instrumentsList, instrumentsQuery } from './instruments.api';

/** The papers that decide something of the province's plans. */
export function InstrumentsPage() {
  const { t } = useWords();
  const { may } = useSession();
  const instruments = useQuery(instrumentsQuery);
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<string>();
  return (
    <>
      <PageHead
        title={t('instruments.title')}
        list={instrumentsList}
        actions={
          may('province-admin') && (
            <button type="button" className="button primary" onClick={() => setAdding(true)}>
              {t('instruments.add')}
            </button>
          )
        }
      >
        <p>{t('instruments.intro')}</p>
      </PageHead>
      {added && (
        <p className="note" role="status">
          {t('instruments.added', { number: added })}
        </p>
      )}
      <Loaded query={instruments}>
        {(items) =>
          items.length > 0 ? <Instruments instruments={items} /> : <Empty title={t('instruments.empty')} />
        }
      </Loaded>
      {adding && (
        <AddInstrumentSheet
          onClose={() => setAdding(false)}
          onAdded={(number) => {
            setAdded(number);
            setAdding(false);
          }}
        />
      )}
    </>
  );
}

function Instruments({ instruments }: { instruments: readonly Instrument[] }) {
  const { t, language } = useWords();
  const { may } = useSession();
  return (
    <WideTable label={t('instruments.title')}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('instruments.number')}</th>
            <th scope="col">{t('instruments.kind')}</th>
            <th scope="col">{t('instruments.issuedOn')}</th>
            <th scope="col">{t('instruments.issuer')}</th>
            <th scope="col">{t('instruments.about')}</th>
            <th scope="col">{t('evidence.title')}</th>
          </tr>
        </thead>
        <tbody>
          {[...instruments]
            .sort((a, b) => b.issuedOn.localeCompare(a.issuedOn))
            .map(({ id, number, kind, issuedOn, issuer, title, link }) => (
              <tr key={id}>
                <th scope="row">
                  {link ? (
                    <a href={link} rel="noreferrer">
                      {number}
                    </a>
                  ) : (
                    number
                  )}
                </th>
                <td>{t(`instrumentKind.${kind}`)}</td>
                <td>{day(issuedOn, language)}</td>
                <td lang="vi">{issuer}</td>
                <td lang="vi">{title}</td>
                <td>
                  <EvidenceFiles about={{ instrument: id }} mayAttach={may('province-admin')} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </WideTable>
  );
}
