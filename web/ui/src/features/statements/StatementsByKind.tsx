import { useWords } from '../../i18n';
import { Empty } from '../../ui/Loaded';
import { periodInWords } from '../../ui/period';
import { type Statement, statementKinds } from './statements.api';
import './statements.css';

/** Quotes under the headings of their kinds, each with the document it was taken from. */
export function StatementsByKind({
  statements,
  onCorrect,
}: {
  statements: readonly Statement[];
  /** absent for those who may not */
  onCorrect?: (statement: Statement) => void;
}) {
  const { t, language } = useWords();
  if (statements.length === 0) return <Empty title={t('statements.empty')} />;
  return statementKinds.map((kind) => {
    const members = statements.filter((statement) => statement.kind === kind);
    return (
      members.length > 0 && (
        <section key={kind} aria-label={t(`statementKind.${kind}`)}>
          <h2 className="section-title">
            {t(`statementKind.${kind}`)} <span className="group-count">{members.length}</span>
          </h2>
          <ul className="statements">
            {members.map((statement) => (
              <li key={statement.code} className="statement">
                <span className="statement-code">{statement.code}</span>
                <figure>
                  <blockquote lang="vi">“{statement.quote}”</blockquote>
                  <figcaption>
                    <span lang="vi">{statement.source}</span>
                    {statement.period && ` · ${periodInWords(statement.period, language)}`}
                    {statement.target && ` · ${t('statements.linked')}`}
                    {statement.revision != null &&
                      statement.revision > 1 &&
                      `, ${t('targets.nth', { n: statement.revision - 1 }).toLocaleLowerCase(language)}`}
                    {statement.observations.length > 0 &&
                      ` · ${t('statements.figures', { count: statement.observations.length })}`}
                  </figcaption>
                  {statement.note && (
                    <p className="under">
                      {t('statements.note')}: {statement.note}
                    </p>
                  )}
                  {onCorrect && (
                    <button
                      type="button"
                      className="link"
                      aria-label={t('statements.correctOf', { code: statement.code })}
                      onClick={() => onCorrect(statement)}
                    >
                      {t('corrections.correct')}
                    </button>
                  )}
                </figure>
              </li>
            ))}
          </ul>
        </section>
      )
    );
  });
}
