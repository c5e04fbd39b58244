import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ImpactTable } from '../../frame/ImpactTable';
import { aboutOf, type Release, releasesQuery } from '../../frame/offered';
import { ruleModelQuery } from '../../frame/trial';
import { named, useWords } from '../../i18n';
import { day, moment, today } from '../../ui/day';
import { Empty, Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { BrokenSeal } from '../../ui/RuleOrigin';
import { impactsQuery } from './authoring.api';
import { releaseRoute } from './authoring.route';
import './authoring.css';

/** A release of the nation: what it would change in the provinces before it holds. */
export function ReleasePage() {
  const { t } = useWords();
  const { releaseId } = releaseRoute.useParams();
  const releases = useQuery(releasesQuery);
  return (
    <>
      <p>
        <Link to="/rule-drafts">{t('authoring.back')}</Link>
      </p>
      <Loaded query={releases}>
        {(all) => {
          const release = all.find(({ id }) => id === releaseId);
          return release ? <Held release={release} /> : <Empty title={t('authoring.noSuchRelease')} />;
        }}
      </Loaded>
    </>
  );
}

function Held({ release }: { release: Release }) {
  const { t, language } = useWords();
  const model = useQuery(ruleModelQuery(release.sha256));
  const name = model.data ? aboutOf(model.data.model, release.ruleSet).name[language] : release.ruleSet;
  const holds = release.validFrom <= today();
  return (
    <>
      <PageHead title={t('authoring.releaseOf', { set: name, version: release.setVersion })}>
        <p>
          {t(holds ? 'authoring.holdsSince' : 'authoring.holdsFrom', {
            day: day(release.validFrom, language),
          })}
        </p>
        <p>
          {t('authoring.reason')}: {release.reason}
        </p>
        <p className="under">
          {release.recordedBy}, {moment(release.recordedAt, language)}
        </p>
        {!release.whole && (
          <p>
            <BrokenSeal />
          </p>
        )}
        <p className="facts">
          <code>{release.ruleSet}</code>
          <Link to="/rule-models/$sha256" params={{ sha256: release.sha256 }}>
            {t('ruleSets.model')}
          </Link>
          {release.draft && (
            <Link to="/rule-drafts/$draftId" params={{ draftId: release.draft }}>
              {t('authoring.toDraft')}
            </Link>
          )}
        </p>
      </PageHead>
      <Impacts release={release} holds={holds} />
    </>
  );
}

/** Province by province, of plans that they have published; looked at again when somebody asks. */
function Impacts({ release, holds }: { release: Release; holds: boolean }) {
  const { t, language } = useWords();
  const impacts = useQuery(impactsQuery(release.id));
  return (
    <section aria-labelledby="impacts" className="impacts-of">
      <h2 id="impacts" className="section-title">
        {t(holds ? 'authoring.wouldHaveChanged' : 'authoring.willChange')}
      </h2>
      <p>{t('authoring.impactsIntro')}</p>
      <p>
        <button
          type="button"
          className="button plain"
          disabled={impacts.isFetching}
          onClick={() => void impacts.refetch()}
        >
          {t('impact.refresh')}
        </button>
      </p>
      <Loaded query={impacts}>
        {(found) =>
          found.length === 0 ? (
            <Empty title={t('authoring.noImpacts')}>
              <p>{t('authoring.noImpactsDetail')}</p>
            </Empty>
          ) : (
            <ImpactTable
              label={t('authoring.willChange')}
              lines={found.map((one) => ({
                key: `${one.province} ${one.impact.plan}`,
                of: (
                  <>
                    {named(one, language)}
                    {one.simulated && <span className="simulated">{t('frame.simulated')}</span>}
                  </>
                ),
                impact: one.impact,
              }))}
            />
          )
        }
      </Loaded>
    </section>
  );
}
