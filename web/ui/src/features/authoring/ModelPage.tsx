import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ruleModelQuery } from '../../frame/trial';
import { useWords } from '../../i18n';
import { Empty, Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { Alerts } from './Alerts';
import { modelRoute } from './authoring.route';
import { parse } from './model';
import { RuleTable } from './RuleTable';
import './authoring.css';

/** A rule set to be read, with the row or alert that an explanation points to. */
export function ModelPage() {
  const { sha256 } = modelRoute.useParams();
  const { rule } = modelRoute.useSearch();
  const model = useQuery(ruleModelQuery(sha256));
  return (
    <Loaded query={model}>
      {({ id, version, model: text }) => <Model text={text} title={`${id} ${version}`} rule={rule} />}
    </Loaded>
  );
}

function Model({ text, title, rule }: { text: string; title: string; rule: string | undefined }) {
  const { t, language } = useWords();
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
        <p>
          <Link to="/rule-guide">{t('authoring.guide')}</Link>
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
