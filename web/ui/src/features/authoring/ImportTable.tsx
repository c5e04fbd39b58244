import { useMutation } from '@tanstack/react-query';
import { useWords } from '../../i18n';
import { FileButton } from '../../ui/FileButton';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { type Draft, modelOf, tableOf } from './authoring.api';
import { underNameOf } from './base';
import { Differences } from './Compare';
import { type Desk, useCodeWords } from './desk';
import { parse, write } from './model';
import { RuleTable } from './RuleTable';
import { sentenceOf } from './remarks';

/**
 * Takes a table from a spreadsheet or DMN, or all of a rule set from JSON: what was not understood, by its place, or what was read,
 * to be accepted.
 *
 * @param base a text that is a rule set; sentences that a table lacks are those of its rows
 */
export function ImportTable({ desk, draft, base }: { desk: Desk; draft: Draft; base: string }) {
  const { t } = useWords();
  const { words, language } = useCodeWords();
  const reading = useMutation({
    mutationFn: async (file: File) =>
      /\.json$/i.test(file.name)
        ? { ...(await modelOf(file)), all: true }
        : { ...(await tableOf(file, base)), all: false },
  });
  const { data } = reading;
  const file = reading.variables?.name ?? '';
  // A file has a name and a version of its own; the draft keeps its.
  const text = data?.model && (data.all ? underNameOf(draft, data.model) : data.model);
  const read = text ? parse(text) : undefined;
  return (
    <section className="import" aria-label={t('authoring.import')}>
      <FileButton
        label={t('authoring.import')}
        accept=".xlsx,.dmn,.xml,.json"
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
              <li key={`${remark.code} ${remark.at} ${remark.rule}`}>
                {remark.at && <code>{remark.at}</code>} {sentenceOf(remark, language, words)}
              </li>
            ))}
          </ul>
          {read && (
            <>
              <p>
                {t(data.all ? 'authoring.importedAll' : 'authoring.importedRows', {
                  rows: read.rows.length,
                  columns: read.columns.length,
                })}
              </p>
              <RuleTable desk={{ model: read, change: () => {}, mayEdit: false, remarks: [] }} />
              {data.all && <Differences before={write(desk.model)} after={write(read)} />}
            </>
          )}
          <div className="buttons">
            {read && (
              <button
                type="button"
                className="button primary"
                onClick={() => {
                  const { hit, columns, rows } = read;
                  desk.change(data.all ? read : { ...desk.model, hit, columns, rows });
                  reading.reset();
                }}
              >
                {t(data.all ? 'authoring.acceptAll' : 'authoring.accept')}
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
