import { useWords } from '../../i18n';
import { moment } from '../../ui/day';
import { WideTable } from '../../ui/WideTable';
import type { Details } from './authoring.api';

/** What became of a draft, step by step, and who wrote it. */
export function History({ details: { steps, text, authors } }: { details: Details }) {
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
    </section>
  );
}
