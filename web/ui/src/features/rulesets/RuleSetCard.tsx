import { Link } from '@tanstack/react-router';
import type { RuleSet } from '../../frame/offered';
import { useWords, type Word } from '../../i18n';
import { gradeAsks } from '../../ui/grade';
import { OriginChip } from '../../ui/RuleOrigin';

interface Props {
  set: RuleSet;
  /** whether it is the province's */
  holds: boolean;
  /** whether a set of the province's own may be begun as it */
  extends: boolean;
}

/** A rule set in words: what it does, where it comes from, what points and grades it gives, what each rule says. */
export function RuleSetCard({ set, holds, extends: mayExtend }: Props) {
  const { t, language } = useWords();
  return (
    <article className="card rule-set">
      <h3>
        {set.name[language]} <span className="under">{set.version}</span>
        <OriginChip origin={set.origin} />
        {holds && <span className="chip">{t('ruleSets.holds')}</span>}
      </h3>
      {set.says && <p>{set.says[language]}</p>}
      {set.source && (
        <p className="under">
          {t('ruleSets.source')}: {set.source[language]}
        </p>
      )}
      <p className="under">
        {t('ruleSets.rollUp')}: {t(`rollUpBy.${set.rollUp as Word<'rollUpBy'>}`)}
      </p>
      {set.grades.length > 0 && (
        <ol className="grades">
          {set.grades.map((grade) => (
            <li key={grade.code}>
              <strong>{grade[language]}</strong>
              {' — '}
              {gradeAsks(grade, language)
                .map(([word, value]) => t(`gradeAsks.${word}`, { value }))
                .join('; ') || t('gradeAsks.nothing')}
            </li>
          ))}
        </ol>
      )}
      <p className="facts">
        <Link
          to="/rule-models/$sha256"
          params={{ sha256: set.sha256 }}
          aria-label={`${t('ruleSets.model')}: ${set.name[language]}`}
        >
          {t('ruleSets.model')}
        </Link>
        {mayExtend && (
          <Link
            to="/rule-drafts"
            search={(search) => ({ asOf: search.asOf, from: set.sha256 })}
            aria-label={`${t('ruleSets.extend')}: ${set.name[language]}`}
          >
            {t('ruleSets.extend')}
          </Link>
        )}
      </p>
      <details>
        <summary>{t('ruleSets.rules', { count: set.rules.length })}</summary>
        <dl className="rules">
          {set.rules.map((rule) => (
            <div key={rule.rule}>
              <dt>
                <code>{rule.rule}</code>
              </dt>
              <dd>{rule[language].replace(/\{[a-z]+\}/g, '…')}</dd>
            </div>
          ))}
        </dl>
      </details>
    </article>
  );
}
