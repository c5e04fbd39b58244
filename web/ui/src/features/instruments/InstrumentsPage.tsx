import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EvidenceFiles } from '../../frame/EvidenceFiles';
import { useSession } from '../../frame/session';
import { useWords } from '../../i18n';
import { day } from '../../ui/day';
import { Empty, Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { WideTable } from '../../ui/WideTable';
import { AddInstrumentSheet, CorrectInstrumentSheet } from './InstrumentSheets';
import { type Instrument, instrumentsList, instrumentsQuery } from './instruments.api';

/** The papers that decide something of the province's plans. */
export function InstrumentsPage() {
  const { t } = useWords();
  const { may } = useSession();
  const instruments = useQuery(instrumentsQuery);
  const [open, setOpen] = useState<'new' | Instrument>();
  const [done, setDone] = useState<string>();
  const close = () => setOpen(undefined);
  const finish = (said: string) => {
    setDone(said);
    close();
  };
  return (
    <>
      <PageHead
        title={t('instruments.title')}
        list={instrumentsList}
        actions={
          may('province-admin') && (
            <button type="button" className="button primary" onClick={() => setOpen('new')}>
              {t('instruments.add')}
            </button>
          )
        }
      >
        <p>{t('instruments.intro')}</p>
      </PageHead>
      {done && (
        <p className="note" role="status">
          {done}
        </p>
      )}
      <Loaded query={instruments}>
        {(items) =>
          items.length > 0 ? (
            <Instruments instruments={items} {...(may('province-admin') ? { onCorrect: setOpen } : {})} />
          ) : (
            <Empty title={t('instruments.empty')} />
          )
        }
      </Loaded>
      {open === 'new' && (
        <AddInstrumentSheet
          onClose={close}
          onAdded={(number) => finish(t('instruments.added', { number }))}
        />
      )}
      {typeof open === 'object' && (
        <CorrectInstrumentSheet
          instrument={open}
          reload={() => instruments.refetch().then(({ data }) => data?.find(({ id }) => id === open.id))}
          onClose={close}
          onCorrected={(number) => finish(t('instruments.corrected', { number }))}
        />
      )}
    </>
  );
}

function Instruments({
  instruments,
  onCorrect,
}: {
  instruments: readonly Instrument[];
  /** absent for those who may not */
  onCorrect?: (instrument: Instrument) => void;
}) {
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
            {onCorrect && (
              <th scope="col">
                <span className="visually-hidden">{t('scorecard.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {[...instruments]
            .sort((a, b) => b.issuedOn.localeCompare(a.issuedOn))
            .map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  {one.link ? (
                    <a href={one.link} rel="noreferrer">
                      {one.number}
                    </a>
                  ) : (
                    one.number
                  )}
                </th>
                <td>{t(`instrumentKind.${one.kind}`)}</td>
                <td>{day(one.issuedOn, language)}</td>
                <td lang="vi">{one.issuer}</td>
                <td lang="vi">{one.title}</td>
                <td>
                  <EvidenceFiles about={{ instrument: one.id }} mayAttach={may('province-admin')} />
                </td>
                {onCorrect && (
                  <td>
                    <button
                      type="button"
                      className="link"
                      aria-label={t('instruments.correctOf', { number: one.number })}
                      onClick={() => onCorrect(one)}
                    >
                      {t('corrections.correct')}
                    </button>
                  </td>
                )}
              </tr>
            ))}
        </tbody>
      </table>
    </WideTable>
  );
}
