import { useMutation } from '@tanstack/react-query';
import { useWords } from '../../i18n';
import { FileButton } from '../../ui/FileButton';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { tableOf } from './authoring.api';
import { type Desk, useCodeWords } from './desk';
import { parse } from './model';
import { RuleTable } from './RuleTable';
import { sentenceOf } from './remarks';

/**
 * Takes a table from a spreadsheet or DMN: what was not understood, by its cell, or the table to be accepted.
 *
 * @param base a text that is a rule set; sentences that the file lacks are those of its rows
 */
export function ImportTable({ desk, base }: { desk: Desk; base: string }) {
  const { t } = useWords();
  const { words, language } = useCodeWords();
  const reading = useMutation({ mutationFn: (file: File) => tableOf(file, base) });
  const { data } = reading;
  const file = reading.variables?.name ?? '';
  const read = data?.model ? parse(data.model) : undefined;
  return (
    <section className="import" aria-label={t('authoring.import')}>
      <FileButton
        label={t('authoring.import')}
        accept=".xlsx,.dmn,.xml"
        disabled={reading.isPending}
        onChoose={(chosen) => reading.mutate(chosen)}
      />
      {reading.error && <ProblemAlert error={reading.error} />}
      {data && (
        <div className={read ? 'card' : 'problem'} role="status">
          <p className="problem-title">
            {t(read ? 'authoring.importTitle' : 'authoring.importFaults', { file })}
          </p>
          <ul>
            {data.remarks.map((remark) => (
              <li key={`${remark.code} ${remark.at}`}>
                {remark.at && <code>{remark.at}</code>} {sentenceOf(remark, language, words)}
              </li>
            ))}
          </ul>
          {read && (
            <>
              <p>{t('authoring.importedRows', { rows: read.rows.length, columns: read.columns.length })}</p>
              <RuleTable desk={{ model: read, change: () => {}, mayEdit: false, remarks: [] }} />
            </>
          )}
          <div className="buttons">
            {read && (
              <button
                type="button"
                className="button primary"
                onClick={() => {
                  const { hit, columns, rows } = read;
                  desk.change({ ...desk.model, hit, columns, rows });
                  reading.reset();
                }}
              >
                {t('authoring.accept')}
              </button>
            )}
            <button type="button" className="button plain" onClick={() => reading.reset()}>
              {t('authoring.discard')}
            </button>
          </div>
        </div>
      )}
    </section>
  );
}
