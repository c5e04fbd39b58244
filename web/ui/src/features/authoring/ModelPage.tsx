import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ruleModelQuery } from '../../frame/trial';
import { useWords } from '../../i18n';
import { Empty, Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { Alerts } from './Alerts';
import { modelRoute } from './authoring.route';
import { useBeginnings } from './beginnings';
import { parse } from './model';
import { RuleTable } from './RuleTable';
import { useWorkspace } from './workspace';
import './authoring.css';

/** A rule set to be read, with the row or alert that an explanation points to. */
export function ModelPage() {
  const { sha256 } = modelRoute.useParams();
  const { rule } = modelRoute.useSearch();
  const model = useQuery(ruleModelQuery(sha256));
  return (
    <Loaded query={model}>
      {({ id, version, model: text }) => (
        <Model text={text} id={id} sha256={sha256} version={version} rule={rule} />
      )}
    </Loaded>
  );
}

interface Props {
  text: string;
  id: string;
  sha256: string;
  version: string;
  rule: string | undefined;
}

function Model({ text, id, sha256, version, rule }: Props) {
  const { t, language } = useWords();
  const { nation, own, author } = useWorkspace();
  const beginning = useBeginnings().versions?.find((set) => set.sha256 === sha256);
  const title = `${id} ${version}`;
  const model = parse(text);
  const isAlert = model?.alerts.some((alert) => alert.rule === rule) ?? false;
  useEffect(() => {
    if (rule) document.getElementById(`row-${rule}`)?.scrollIntoView({ block: 'center' });
  }, [rule]);
  if (!model) return <Empty title={t('authoring.broken')} />;
  const desk = { model, change: () => {}, mayEdit: false, remarks: [] };
  return (
    <>
      <PageHead title={`${t('authoring.readTitle')}: ${model.about?.name[language] ?? title}`}>
        <p>{t('authoring.readIntro', { hit: t(`hit.${model.hit}`) })}</p>
        <p className="facts">
          <Link to="/rule-guide">{t('authoring.guide')}</Link>
          {author && beginning && (
            <Link to="/rule-drafts" search={(search) => ({ asOf: search.asOf, from: sha256 })}>
              {t(
                beginning.origin === own
                  ? 'authoring.nextVersion'
                  : nation
                    ? 'authoring.beginNational'
                    : 'ruleSets.extend',
              )}
            </Link>
          )}
        </p>
        {rule && <p className="note">{t('authoring.shownRule', { rule })}</p>}
      </PageHead>
      {isAlert ? (
        <>
          <Alerts desk={desk} marked={rule} />
          <RuleTable desk={desk} />
        </>
      ) : (
        <>
          <RuleTable desk={desk} marked={rule} />
          <h2 className="section-title">{t('draftPart.alerts')}</h2>
          <Alerts desk={desk} />
        </>
      )}
    </>
  );
}
