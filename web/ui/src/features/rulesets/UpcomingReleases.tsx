import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ImpactTable } from '../../frame/ImpactTable';
import type { Release } from '../../frame/offered';
import { useSession } from '../../frame/session';
import { useWords } from '../../i18n';
import { day } from '../../ui/day';
import { Loaded } from '../../ui/Loaded';
import { BrokenSeal, OriginChip } from '../../ui/RuleOrigin';
import { SideSheet } from '../../ui/SideSheet';
import { followers, isKeptBack } from './followers';
import { Flipping, WouldFlip } from './RuleChooser';
import { impactsQuery, type RuleChoice } from './rulesets.api';

interface Props {
  releases: readonly Release[];
  choices: readonly RuleChoice[];
  /** of those that have a version that holds today */
  inForce: (ruleSet: string) => boolean;
  nameOf: (ruleSet: string) => string;
  titleOf: (plan: string | null) => string;
  /** absent for those who only read */
  onChoose: ((scope: string, wanted: { ruleSet: string; pin?: true }) => void) | undefined;
}

/** What the nation released for days to come: what it would change here, and what may be done before. */
export function UpcomingReleases({ releases, choices, inForce, nameOf, titleOf, onChoose }: Props) {
  const { t, language } = useWords();
  const { may } = useSession();
  if (releases.length === 0) return null;
  return (
    <section aria-labelledby="upcoming">
      <h2 id="upcoming" className="section-title">
        {t('upcoming.title')}
      </h2>
      <div className="upcoming">
        {releases.map((release) => {
          const scopes = followers(choices, release);
          const called = `${nameOf(release.ruleSet)} ${release.setVersion}`;
          return (
            <article key={release.id} className="card rule-set">
              <h3>
                {nameOf(release.ruleSet)} <span className="under">{release.setVersion}</span>
                <OriginChip origin={release.origin} />
                {scopes.length > 0 && <span className="chip">{t('upcoming.followed')}</span>}
              </h3>
              <p>
                {t('upcoming.from', { day: day(release.validFrom, language) })}{' '}
                <span className="nothing">{release.reason}</span>
              </p>
              {!release.whole && (
                <p>
                  <BrokenSeal />
                </p>
              )}
              {scopes.length === 0 ? (
                <>
                  <p>{t(isKeptBack(choices, release) ? 'upcoming.keptAnother' : 'upcoming.notFollowed')}</p>
                  {release.whole && may('rule-author', 'province-admin') && (
                    <WouldFlip sha256={release.sha256} plan={undefined} />
                  )}
                </>
              ) : (
                <Changes release={release} name={nameOf(release.ruleSet)} />
              )}
              <div className="buttons">
                {onChoose &&
                  (scopes.length === 0 ? (
                    <button
                      type="button"
                      className="button plain"
                      aria-label={`${t('upcoming.choose')}: ${called}`}
                      onClick={() => onChoose('province', { ruleSet: release.ruleSet })}
                    >
                      {t('upcoming.choose')}
                    </button>
                  ) : (
                    inForce(release.ruleSet) &&
                    scopes.map((scope) => (
                      <button
                        key={scope}
                        type="button"
                        className="button plain"
                        aria-label={`${t('upcoming.pin')}: ${nameOf(release.ruleSet)}, ${titleOf(scope)}`}
                        onClick={() => onChoose(scope ?? 'province', { ruleSet: release.ruleSet, pin: true })}
                      >
                        {t(scopes.length > 1 ? 'upcoming.pinOf' : 'upcoming.pin', { name: titleOf(scope) })}
                      </button>
                    ))
                  ))}
                <Link
                  to="/rule-models/$sha256"
                  params={{ sha256: release.sha256 }}
                  aria-label={`${t('ruleSets.model')}: ${called}`}
                >
                  {t('ruleSets.model')}
                </Link>
              </div>
            </article>
          );
        })}
      </div>
    </section>
  );
}

/** Plan by plan how many targets would be rated otherwise; rule authors and administrators see which. */
function Changes({ release, name }: { release: Release; name: string }) {
  const { t } = useWords();
  const { may } = useSession();
  const impacts = useQuery(impactsQuery);
  const [shown, setShown] = useState<{ plan: string; title: string; asOf: string }>();
  return (
    <>
      <Loaded query={impacts}>
        {(all) => {
          const found = all.filter((impact) => impact.release === release.id);
          if (found.length === 0) return <p role="status">{t('upcoming.notFound')}</p>;
          return (
            <ImpactTable
              label={`${t('upcoming.title')}: ${name} ${release.setVersion}`}
              lines={found.map((impact) => ({
                key: impact.plan,
                impact,
                ...(may('rule-author', 'province-admin')
                  ? {
                      actions: (
                        <button
                          type="button"
                          className="link"
                          aria-label={`${t('upcoming.each')}: ${impact.planTitle}`}
                          onClick={() =>
                            setShown({ plan: impact.plan, title: impact.planTitle, asOf: impact.asOf })
                          }
                        >
                          {t('upcoming.each')}
                        </button>
                      ),
                    }
                  : {}),
              }))}
            />
          );
        }}
      </Loaded>
      <p>
        <button
          type="button"
          className="link"
          disabled={impacts.isFetching}
          onClick={() => void impacts.refetch()}
        >
          {t('impact.refresh')}
        </button>
      </p>
      {shown && (
        <SideSheet
          title={`${name} ${release.setVersion}: ${shown.title}`}
          onClose={() => setShown(undefined)}
        >
          <Flipping sha256={release.sha256} plan={shown.plan} asOf={shown.asOf} />
        </SideSheet>
      )}
    </>
  );
}
