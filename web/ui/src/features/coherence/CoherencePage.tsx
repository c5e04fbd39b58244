import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAsOf } from '../../frame/asOf';
import { named, unitOf, useWords } from '../../i18n';
import { AimText, Amount } from '../../ui/Amount';
import { ListDownload } from '../../ui/ListDownload';
import { Empty, Loaded } from '../../ui/Loaded';
import { periodInWords } from '../../ui/period';
import { coherenceList, coherenceQuery, type Fact, type Finding } from './coherence.api';
import { coherenceRoute } from './coherence.route';
import './coherence.css';

/** What of a plan does not go together: each finding with the facts it is made of. */
export function CoherencePage() {
  const { t } = useWords();
  const { planId } = coherenceRoute.useParams();
  const asOf = useAsOf();
  const findings = useQuery(coherenceQuery(planId, asOf));
  return (
    <>
      <p>{t('coherence.intro')}</p>
      <ListDownload address={coherenceList(planId, asOf)} />
      <Loaded query={findings}>
        {(found) =>
          found.length === 0 ? (
            <Empty title={t('coherence.none')} />
          ) : (
            <ol className="entries">
              {found.map((finding) => (
                <li
                  key={[
                    finding.check,
                    ...finding.facts.map(({ target, period }) => `${target} ${period}`),
                  ].join()}
                >
                  <Found finding={finding} />
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </>
  );
}

function Found({ finding }: { finding: Finding }) {
  const { t, language } = useWords();
  return (
    <article>
      <h2 className="section-title">
        {t(`coherenceCheck.${finding.check}`)} <span className="chip">{t(`grade.${finding.grade}`)}</span>
      </h2>
      <p>{finding[language]}</p>
      <ul className="compared">
        {finding.facts.map((fact) => (
          <li key={`${fact.kind} ${fact.target} ${fact.indicator} ${fact.period} ${fact.amount}`}>
            <Told fact={fact} />
          </li>
        ))}
      </ul>
    </article>
  );
}

function Told({ fact }: { fact: Fact }) {
  const { t, language } = useWords();
  const unit = unitOf(fact, language);
  const name = `${named(fact, language)}, ${periodInWords(fact.period, language)}`;
  return (
    <>
      <span>
        {fact.plan && fact.target ? (
          <Link
            to="/plans/$planId/targets/$targetId"
            params={{ planId: fact.plan, targetId: fact.target }}
            className="link"
          >
            {name}
          </Link>
        ) : (
          name
        )}
      </span>
      <span>
        {fact.comparator ? (
          <AimText aim={{ ...fact, comparator: fact.comparator }} unit={unit} />
        ) : (
          fact.amount != null && <Amount amount={fact.amount} unit={unit} />
        )}
      </span>
      <span className="under">
        {[
          t(`factKind.${fact.kind}`),
          fact.authority && t(`authority.${fact.authority}`),
          fact.scenario && t(`scenario.${fact.scenario}`),
        ]
          .filter(Boolean)
          .join(' · ')}
        {' · '}
        <span lang="vi">
          {fact.wording === fact.source ? fact.source : `“${fact.wording}” · ${fact.source}`}
        </span>
      </span>
    </>
  );
}
