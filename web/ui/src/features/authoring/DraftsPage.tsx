import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Release, releasesQuery } from '../../frame/offered';
import { useWords } from '../../i18n';
import { day, moment } from '../../ui/day';
import { Empty, Loaded, Loading } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SideSheet } from '../../ui/SideSheet';
import { WideTable } from '../../ui/WideTable';
import { draftsQuery } from './authoring.api';
import { draftsRoute } from './authoring.route';
import { useBeginnings } from './beginnings';
import { OpenDraft } from './OpenDraft';
import { lastOf, Releases, RollBack } from './Releases';
import { useWorkspace } from './workspace';
import './authoring.css';

/** The rule sets of the province's own, or of the nation: what is being written, and what was released. */
export function DraftsPage() {
  const { t, language } = useWords();
  const { nation, author } = useWorkspace();
  const { from } = draftsRoute.useSearch();
  const navigate = useNavigate();
  const [opening, setOpening] = useState(false);
  const [again, setAgain] = useState<Release>();
  const [rolledBack, setRolledBack] = useState<Release>();
  const releases = useQuery(releasesQuery);
  const beginnings = useBeginnings();
  const allOf = (ruleSet: string) => (releases.data ?? []).filter((one) => one.ruleSet === ruleSet);
  const newest = (ruleSet: string) => Math.max(...allOf(ruleSet).map(({ number }) => number));
  const last = again && lastOf(releases.data ?? [], again.ruleSet);
  return (
    <>
      <PageHead
        title={t(nation ? 'authoring.nationalTitle' : 'authoring.title')}
        actions={
          author && (
            <button type="button" className="button primary" onClick={() => setOpening(true)}>
              {t('authoring.openDraft')}
            </button>
          )
        }
      >
        <p>{t(nation ? 'authoring.nationalIntro' : 'authoring.intro')}</p>
        <p className="facts">
          <Link to="/rule-guide">{t('authoring.guide')}</Link>
          {!nation && <Link to="/rule-sets">{t('authoring.toSets')}</Link>}
        </p>
      </PageHead>
      {rolledBack && (
        <p className="note" role="status">
          {t('authoring.rolledBack', {
            set: rolledBack.ruleSet,
            version: rolledBack.setVersion,
            day: day(rolledBack.validFrom, language),
          })}
        </p>
      )}
      <h2 className="section-title">{t('authoring.drafts')}</h2>
      <Drafts />
      <h2 className="section-title">{t('authoring.releases')}</h2>
      <Loaded query={releases}>{(all) => <Releases releases={all} onAgain={setAgain} />}</Loaded>
      {author && (opening || from) && (
        <SideSheet
          key={from}
          title={t('authoring.openDraft')}
          onClose={() => {
            setOpening(false);
            if (from) void navigate({ to: '.', search: {}, replace: true });
          }}
        >
          {beginnings.error ? (
            <ProblemAlert error={beginnings.error} />
          ) : beginnings.versions ? (
            <OpenDraft sets={beginnings.versions} from={from} />
          ) : (
            <Loading />
          )}
        </SideSheet>
      )}
      {again && last && (
        <SideSheet
          title={t('authoring.rollBackOf', {
            set: again.ruleSet,
            version: again.setVersion,
            last: last.setVersion,
          })}
          onClose={() => setAgain(undefined)}
        >
          <RollBack
            release={again}
            number={newest(again.ruleSet)}
            last={last}
            onDone={(made) => {
              const { id: releaseId } = made;
              setAgain(undefined);
              setRolledBack(made);
              if (nation) void navigate({ to: '/rule-drafts/releases/$releaseId', params: { releaseId } });
            }}
          />
        </SideSheet>
      )}
    </>
  );
}

function Drafts() {
  const { t, language } = useWords();
  const { nation } = useWorkspace();
  const drafts = useQuery(draftsQuery);
  return (
    <Loaded query={drafts}>
      {(all) =>
        all.length === 0 ? (
          <Empty title={t('authoring.noDrafts')}>
            <p>{t(nation ? 'authoring.noNationalDraftsDetail' : 'authoring.noDraftsDetail')}</p>
          </Empty>
        ) : (
          <WideTable label={t('authoring.drafts')}>
            <table className="ledger">
              <thead>
                <tr>
                  <th scope="col">{t('authoring.set')}</th>
                  <th scope="col">{t('authoring.version')}</th>
                  <th scope="col">{t('authoring.status')}</th>
                  <th scope="col">{t('authoring.savedBy')}</th>
                  <th scope="col">{t('authoring.at')}</th>
                </tr>
              </thead>
              <tbody>
                {all.map((draft) => (
                  <tr key={draft.id}>
                    <th scope="row">
                      <Link to="/rule-drafts/$draftId" params={{ draftId: draft.id }}>
                        {draft.ruleSet}
                      </Link>
                    </th>
                    <td>{draft.setVersion}</td>
                    <td>
                      <span className="chip">{t(`draftStatus.${draft.status}`)}</span>
                    </td>
                    <td>{draft.recordedBy}</td>
                    <td>{moment(draft.recordedAt, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
        )
      }
    </Loaded>
  );
}
