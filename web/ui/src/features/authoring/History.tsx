import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useWords } from '../../i18n';
import { moment } from '../../ui/day';
import { Empty, Loaded } from '../../ui/Loaded';
import { WideTable } from '../../ui/WideTable';
import { Alerts } from './Alerts';
import { type Details, type Revision, revisionQuery } from './authoring.api';
import { Differences } from './Compare';
import { parse } from './model';
import { RuleTable } from './RuleTable';

/** What became of a draft, step by step, who wrote it, and each text that was saved. */
export function History({ details: { draft, steps, text, authors } }: { details: Details }) {
  const { t, language } = useWords();
  return (
    <section>
      <p>
        {t('authoring.savedNumber', { number: text.number })}, {text.recordedBy},{' '}
        {moment(text.recordedAt, language)} · {authors.join(', ')}
      </p>
      <WideTable label={t('authoring.steps')}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t('authoring.step')}</th>
              <th scope="col">{t('authoring.status')}</th>
              <th scope="col">{t('authoring.revision')}</th>
              <th scope="col">{t('authoring.comment')}</th>
              <th scope="col">{t('authoring.by')}</th>
              <th scope="col">{t('authoring.at')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.number}>
                <td>{step.number}</td>
                <th scope="row">{t(`draftStatus.${step.status}`)}</th>
                <td>{step.revision}</td>
                <td className="words">{step.comment ?? t('frame.none')}</td>
                <td>{step.recordedBy}</td>
                <td>{moment(step.recordedAt, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <Revisions draft={draft.id} newest={text} />
    </section>
  );
}

/** Any text that was saved, to be read and held against the newest one. */
function Revisions({ draft, newest }: { draft: string; newest: Revision }) {
  const { t } = useWords();
  const [number, setNumber] = useState<number>();
  const id = useId();
  return (
    <>
      <h2 className="section-title">{t('authoring.revisions')}</h2>
      <p className="filters">
        <label htmlFor={id}>{t('authoring.readRevision')}</label>
        <select
          id={id}
          value={number ?? ''}
          onChange={({ target }) => setNumber(target.value ? Number(target.value) : undefined)}
        >
          <option value="">—</option>
          {Array.from({ length: newest.number }, (_, i) => newest.number - i).map((one) => (
            <option key={one} value={one}>
              {t('authoring.savedNumber', { number: one })}
              {one === newest.number && ` (${t('authoring.newest')})`}
            </option>
          ))}
        </select>
      </p>
      {number !== undefined && <Earlier draft={draft} number={number} newest={newest} />}
    </>
  );
}

function Earlier({ draft, number, newest }: { draft: string; number: number; newest: Revision }) {
  const { t, language } = useWords();
  const revision = useQuery(revisionQuery(draft, number));
  return (
    <Loaded query={revision}>
      {({ model: text, recordedBy, recordedAt }) => {
        const model = parse(text);
        const desk = model && { model, change: () => {}, mayEdit: false, remarks: [] };
        return (
          <>
            <p role="status">
              {t('authoring.savedNumber', { number })}, {recordedBy}, {moment(recordedAt, language)}
            </p>
            {number < newest.number && (
              <>
                <h3>{t('authoring.againstNewest')}</h3>
                <Differences before={text} after={newest.model} />
              </>
            )}
            <h3>{t('authoring.revisionShown', { number })}</h3>
            {desk ? (
              <>
                <RuleTable desk={desk} />
                <Alerts desk={desk} />
              </>
            ) : (
              <Empty title={t('authoring.broken')} />
            )}
          </>
        );
      }}
    </Loaded>
  );
}
