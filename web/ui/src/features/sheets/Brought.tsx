import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../i18n';
import { moment } from '../../ui/day';
import { format } from '../../ui/decimal';
import { Loaded } from '../../ui/Loaded';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { periodInWords } from '../../ui/period';
import { WideTable } from '../../ui/WideTable';
import { downloadRejected, type Import, importQuery, type Row, rowsQuery, useConfirm } from './sheets.api';

/** A file that was brought: how far it is read, what was found in it, and what becomes of it. */
export function Brought({ id, own }: { id: string; own: boolean }) {
  const file = useQuery(importQuery(id));
  return <Loaded query={file}>{(found) => <Found file={found} own={own} />}</Loaded>;
}

function Found({ file, own }: { file: Import; own: boolean }) {
  const { t, language } = useWords();
  const [readings, setReadings] = useState<ReadonlySet<string>>(new Set());
  const tick = (addresses: readonly string[], right: boolean) =>
    setReadings((before) => {
      const after = new Set(before);
      for (const address of addresses) {
        if (right) after.add(address);
        else after.delete(address);
      }
      return after;
    });
  return (
    <section aria-label={file.name} className="brought">
      <p className="facts">
        <strong>{file.name}</strong>
        <span className="tag">{t(`importStatus.${file.status}`)}</span>
        <span className="under">
          {t('submissions.by', { by: file.recordedBy, at: moment(file.recordedAt, language) })}
        </span>
      </p>
      <Said file={file} />
      {file.doubtful > 0 && (
        <Doubtful file={file} readings={readings} onTick={file.status === 'read' && own ? tick : undefined} />
      )}
      {file.faulty > 0 && <Noted file={file} only="faulty" />}
      {file.warned > 0 && <Noted file={file} only="warned" />}
      {file.status === 'read' && own && <Confirm file={file} readings={readings} />}
      <Rejected file={file} />
    </section>
  );
}

/** Where it stands. */
function Said({ file }: { file: Import }) {
  const { t } = useWords();
  switch (file.status) {
    case 'reading':
      return (
        <p role="status">
          <progress max={file.rowsFound} value={file.rowsRead} aria-label={t('sheets.progress')} />{' '}
          {t('sheets.read', { read: file.rowsRead, found: file.rowsFound })}
        </p>
      );
    case 'refused':
      return (
        <p className="problem" role="alert">
          {file.fault?.sentence}
        </p>
      );
    case 'interrupted':
      return (
        <p className="problem" role="alert">
          {t('sheets.interrupted')}
        </p>
      );
    case 'confirmed':
      return (
        <p className="note" role="status">
          {t('sheets.confirmed', { accepted: file.accepted })}
        </p>
      );
    case 'read':
      return (
        <p role="status">
          {t('sheets.counts', { good: file.good, doubtful: file.doubtful, faulty: file.faulty })}{' '}
          {t('sheets.nothingYet')}
        </p>
      );
  }
}

/** Numbers that could be meant otherwise, each with how it was read. */
function Doubtful({
  file,
  readings,
  onTick,
}: {
  file: Import;
  readings: ReadonlySet<string>;
  onTick: ((addresses: readonly string[], right: boolean) => void) | undefined;
}) {
  const { t, language } = useWords();
  return (
    <Rows
      id={file.id}
      only="doubtful"
      title={t('sheets.doubtful', { count: file.doubtful })}
      hint={t(`sheets.doubtfulHint_${file.language}`)}
      columns={[t('sheets.written'), t('sheets.readAs'), ...(onTick ? [t('sheets.right')] : [])]}
      above={(rows) =>
        onTick && (
          <button
            type="button"
            className="button plain"
            onClick={() =>
              onTick(
                rows.map(({ at }) => at),
                true,
              )
            }
          >
            {t('sheets.tickAll', { count: rows.length })}
          </button>
        )
      }
    >
      {(row) => (
        <>
          <td className="number" lang={file.language}>
            {row.figure} {row.unit}
          </td>
          <td className="number">
            <strong>{row.reading && format(row.reading, language)}</strong>{' '}
            {language === 'en' ? row.readingUnitEn : row.readingUnit}
          </td>
          {onTick && (
            <td>
              <label className="check">
                <input
                  type="checkbox"
                  checked={readings.has(row.at)}
                  onChange={({ target }) => onTick([row.at], target.checked)}
                />
                <span className="visually-hidden">{row.at}: </span>
                {t('sheets.meant')}
              </label>
            </td>
          )}
        </>
      )}
    </Rows>
  );
}

/** Rows of whose figures something is to be said, each with that by its address. */
function Noted({ file, only }: { file: Import; only: 'faulty' | 'warned' }) {
  const { t } = useWords();
  return (
    <Rows
      id={file.id}
      only={only}
      title={t(`sheets.${only}`, { count: file[only] })}
      hint={only === 'warned' ? t('sheets.warnedHint') : undefined}
      columns={[t('sheets.written'), t(only === 'warned' ? 'sheets.warning' : 'sheets.fault')]}
    >
      {(row) => (
        <>
          <td className="number">{row.figure}</td>
          <td>
            <ul className="plain-list">
              {(only === 'warned' ? row.warnings : row.faults).map(({ at, code, sentence }) => (
                <li key={at + code}>
                  <code>{at}</code>: {sentence}
                </li>
              ))}
            </ul>
          </td>
        </>
      )}
    </Rows>
  );
}

/** Rows of one kind, with what says which cell of the report each is. */
function Rows({
  id,
  only,
  title,
  hint,
  columns,
  above,
  children,
}: {
  id: string;
  only: 'doubtful' | 'faulty' | 'warned';
  title: string;
  hint?: string | undefined;
  columns: readonly string[];
  above?: (rows: readonly Row[]) => ReactNode;
  children: (row: Row) => ReactNode;
}) {
  const { t, language } = useWords();
  const pages = useInfiniteQuery(rowsQuery(id, only));
  if (pages.error) return <ProblemAlert error={pages.error} />;
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {hint && <p className="under">{hint}</p>}
      {above?.(rows)}
      <WideTable label={title}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t('sheets.cell')}</th>
              <th scope="col">{t('sheets.indicator')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.row}>
                <th scope="row">
                  <code>{row.at}</code>
                </th>
                <td className="wide">
                  {row.name}
                  <span className="under">
                    {[row.area, row.period && periodInWords(row.period, language)].filter(Boolean).join(', ')}
                  </span>
                </td>
                {children(row)}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      {pages.hasNextPage && (
        <button
          type="button"
          className="button plain"
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('audit.more')}
        </button>
      )}
    </section>
  );
}

function Confirm({ file, readings }: { file: Import; readings: ReadonlySet<string> }) {
  const { t } = useWords();
  const confirming = useConfirm(file.id);
  const right = file.good + readings.size;
  const rest = file.faulty + file.doubtful - readings.size;
  const confirm = (accept: 'all' | 'good') => confirming.mutate({ accept, readings: [...readings] });
  return (
    <>
      <div className="buttons">
        {rest === 0 ? (
          <button
            type="button"
            className="button primary"
            disabled={confirming.isPending || right === 0}
            onClick={() => confirm('all')}
          >
            {t('sheets.acceptAll', { count: right })}
          </button>
        ) : (
          <button
            type="button"
            className="button primary"
            disabled={confirming.isPending || right === 0}
            onClick={() => confirm('good')}
          >
            {t('sheets.acceptGood', { count: right, rest })}
          </button>
        )}
        <span className="under">{t('sheets.acceptHint')}</span>
      </div>
      {confirming.error && <ProblemAlert error={confirming.error} />}
    </>
  );
}

/** What is not in the report, to be corrected and brought again. */
function Rejected({ file }: { file: Import }) {
  const { t } = useWords();
  const taking = useMutation({ mutationFn: () => downloadRejected(file.id) });
  const count =
    file.status === 'confirmed'
      ? file.good + file.doubtful + file.faulty - file.accepted
      : file.doubtful + file.faulty;
  if (count === 0 || (file.status !== 'read' && file.status !== 'confirmed')) return null;
  return (
    <p>
      <button type="button" className="link" disabled={taking.isPending} onClick={() => taking.mutate()}>
        {t(file.status === 'confirmed' ? 'sheets.rejected' : 'sheets.rejectedSoFar', { count })}
      </button>
      {taking.error && <ProblemAlert error={taking.error} />}
    </p>
  );
}
