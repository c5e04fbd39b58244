import { Link } from '@tanstack/react-router';
import { useSession } from '../../frame/session';
import { useWords } from '../../i18n';
import { PageHead } from '../../ui/PageHead';
import { WideTable } from '../../ui/WideTable';
import { useCodeWords } from './desk';
import { factNames, facts } from './facts';
import { guide } from './guide';
import { factInWords, factWordInWords } from './words';
import './authoring.css';

/** How rules are written, for planners: how a table is read, what must not be missing, and every word there is. */
export function GuidePage() {
  const { t } = useWords();
  const { may } = useSession();
  const { words, language } = useCodeWords();
  const said = guide[language];
  return (
    <article className="guide">
      <PageHead title={said.title}>
        <p>{said.intro}</p>
        {may('rule-author', 'province-admin', 'ministry-rule-author') && (
          <p>
            <Link to="/rule-drafts">{t('authoring.toDrafts')}</Link>
          </p>
        )}
      </PageHead>
      {said.sections.map(({ title, says }) => (
        <section key={title}>
          <h2 className="section-title">{title}</h2>
          {says.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
      <h2 className="section-title">{said.factsTitle}</h2>
      <p>{said.factsIntro}</p>
      <WideTable label={said.factsTitle}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{said.fact}</th>
              <th scope="col">{said.word}</th>
              <th scope="col">{said.means}</th>
            </tr>
          </thead>
          {factNames.map((fact) => (
            <tbody key={fact}>
              <tr className="group">
                <th scope="rowgroup" colSpan={3}>
                  {factInWords(words, fact)} <span className="group-count">{said.facts[fact]}</span>
                </th>
              </tr>
              {facts[fact].map((word) => (
                <tr key={word}>
                  <td />
                  <th scope="row">{factWordInWords(words, fact, word)}</th>
                  <td className="words">{said.words[fact][word]}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </WideTable>
    </article>
  );
}
