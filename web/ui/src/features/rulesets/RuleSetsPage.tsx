import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { useAsOf } from '../../frame/asOf';
import {
  firstOnes,
  offeredQuery,
  type Release,
  type RuleSet,
  releasedOn,
  releasesQuery,
  upcoming,
  useVersions,
} from '../../frame/offered';
import { useSession } from '../../frame/session';
import { useWords } from '../../i18n';
import { day, moment, today } from '../../ui/day';
import { Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { WideTable } from '../../ui/WideTable';
import { courseOf, type Stretch } from './course';
import { RuleChooser } from './RuleChooser';
import { RuleSetCard } from './RuleSetCard';
import { choicesList, choicesQuery, type RuleChoice, ruledPlansQuery } from './rulesets.api';
import { type RuleSetsSearch, ruleSetsRoute } from './rulesets.route';
import { UpcomingReleases } from './UpcomingReleases';
import './rulesets.css';

/** The rule sets there are, and which of them the province and its plans are scored by. */
export function RuleSetsPage() {
  const { t, language } = useWords();
  const { may } = useSession();
  const { choose, set: wanted, pin } = ruleSetsRoute.useSearch();
  const navigate = useNavigate();
  const asOf = useAsOf();
  const sets = useQuery(offeredQuery);
  const choices = useQuery(choicesQuery);
  const plans = useQuery(ruledPlansQuery);
  const releases = useQuery(releasesQuery);
  const ahead = upcoming(releases.data ?? [], today());
  const notYet = useVersions(firstOnes(ahead, sets.data ?? []));
  const choosable = [...(sets.data ?? []), ...(notYet ?? [])];
  const [saved, setSaved] = useState(false);
  const author = may('rule-author');
  const open = (search: RuleSetsSearch) => void navigate({ to: '.', search, replace: true });
  const titleOf = (plan: string | null | undefined) =>
    plan ? (plans.data?.find(({ id }) => id === plan)?.title ?? plan) : t('ruleSets.province');
  const nameOf = (id: string) => choosable.find((one) => one.id === id)?.name[language] ?? id;

  return (
    <>
      <PageHead title={t('ruleSets.title')} list={choicesList}>
        <p>{t('ruleSets.intro')}</p>
        {!author && <p>{t('ruleSets.readOnly')}</p>}
        <p className="facts">
          {may('rule-author', 'province-admin') && <Link to="/rule-drafts">{t('authoring.toDrafts')}</Link>}
          <Link to="/rule-guide">{t('authoring.guide')}</Link>
        </p>
      </PageHead>
      {saved && (
        <p className="note" role="status">
          {t('ruleSets.saved')} <Link to="/plans">{t('thresholds.toPlan')}</Link>
        </p>
      )}
      <Loaded query={choices}>
        {({ province, items }) => (
          <>
            <InForce
              province={province}
              choices={items}
              releases={releases.data ?? []}
              asOf={asOf}
              nameOf={nameOf}
              titleOf={titleOf}
              onChoose={author ? (scope) => open({ choose: scope }) : undefined}
            />
            {author && (
              <div className="filters">
                <label htmlFor="own-rules">{t('ruleSets.choosePlan')}</label>
                <Select
                  id="own-rules"
                  style={{ minWidth: 280, maxWidth: '100%' }}
                  showSearch={{ optionFilterProp: 'label' }}
                  value={null}
                  onChange={(plan: string | null) => plan && open({ choose: plan })}
                  options={plans.data?.map(({ id, title }) => ({ value: id, label: title }))}
                />
              </div>
            )}
            <Loaded query={releases}>
              {(all) => (
                <>
                  <BrokenReleases
                    releases={all.filter(
                      (one) => !one.whole && releasedOn(all, one.ruleSet, today()) === one,
                    )}
                  />
                  <UpcomingReleases
                    releases={ahead.filter(({ origin }) => origin === 'nation')}
                    choices={items}
                    inForce={(id) => sets.data?.some((one) => one.id === id) ?? false}
                    nameOf={nameOf}
                    titleOf={titleOf}
                    onChoose={
                      author
                        ? (scope, { ruleSet, pin }) =>
                            open({ choose: scope, set: ruleSet, ...(pin ? { pin } : {}) })
                        : undefined
                    }
                  />
                </>
              )}
            </Loaded>
            <h2 className="section-title">{t('ruleSets.shelf')}</h2>
            <Loaded query={sets}>
              {(all) => (
                <div className="cards">
                  {all.map((set) => (
                    <RuleSetCard
                      key={set.id}
                      set={set}
                      holds={set.sha256 === province.sha256}
                      extends={author && set.origin !== 'province'}
                    />
                  ))}
                </div>
              )}
            </Loaded>
            <History choices={items} nameOf={nameOf} titleOf={titleOf} />
          </>
        )}
      </Loaded>
      {choose && author && sets.data && releases.data && notYet && (
        <RuleChooser
          key={choose}
          scope={choose === 'province' ? 'province' : { plan: choose }}
          name={titleOf(choose === 'province' ? null : choose)}
          sets={choosable}
          releases={releases.data}
          choices={choices.data?.items ?? []}
          ruleSet={wanted}
          pin={pin}
          onClose={() => open({})}
          onSaved={() => {
            setSaved(true);
            open({});
          }}
        />
      )}
    </>
  );
}

interface InForceProps {
  province: RuleSet;
  choices: readonly RuleChoice[];
  releases: readonly Release[];
  asOf: string;
  nameOf: (id: string) => string;
  titleOf: (plan: string | null | undefined) => string;
  /** absent for those who only read */
  onChoose: ((scope: string) => void) | undefined;
}

/** What holds and what comes: the province's rules, and those of plans that have their own. */
function InForce({ province, choices, releases, asOf, nameOf, titleOf, onChoose }: InForceProps) {
  const { t, language } = useWords();
  const plans = [...new Set(choices.flatMap(({ plan }) => (plan ? [plan] : [])))];
  const lines = [
    {
      scope: 'province',
      name: t('ruleSets.province'),
      unchosen: province.name[language],
      ...courseOf(choices, releases, null, asOf),
    },
    ...plans.map((plan) => ({
      scope: plan,
      name: titleOf(plan),
      unchosen: t('ruleSets.asProvince'),
      ...courseOf(choices, releases, plan, asOf),
    })),
  ];
  const isReleased = (id: string) => releases.some(({ ruleSet }) => ruleSet === id);
  const called = ({ choice, version }: Stretch) =>
    isReleased(choice.ruleSet)
      ? t('ruleSets.inVersion', { set: nameOf(choice.ruleSet), version })
      : nameOf(choice.ruleSet);
  const how = ({ choice }: Stretch) =>
    isReleased(choice.ruleSet) && t(choice.follows ? 'ruleSets.follows' : 'ruleSets.pinned');
  /** Of what is kept for good: the version that holds for whoever follows its set, if it is another. */
  const newer = ({ choice, sha256 }: Stretch) => {
    const release = choice.follows ? undefined : releasedOn(releases, choice.ruleSet, asOf);
    return release && release.sha256 !== sha256
      ? t('ruleSets.newer', { version: release.setVersion })
      : undefined;
  };
  return (
    <WideTable label={t('ruleSets.inForce')}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('ruleSets.scope')}</th>
            <th scope="col">{t('ruleSets.inForce')}</th>
            <th scope="col">{t('thresholds.validFrom')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('scorecard.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ scope, name, unchosen, now, ahead }) => (
            <tr key={scope}>
              <th scope="row">{name}</th>
              <td>
                {now ? called(now) : unchosen}
                {now && how(now) && <span className="under">{how(now)}</span>}
                {now && newer(now) && <span className="under">{newer(now)}</span>}
                {ahead.map((then) => (
                  <span key={then.from} className="under">
                    {t('ruleSets.next', {
                      day: day(then.from, language),
                      set: [called(then), how(then)].filter(Boolean).join(', '),
                    })}
                  </span>
                ))}
              </td>
              <td>
                {now ? (
                  day(now.choice.validFrom, language)
                ) : (
                  <span className="nothing">{t('frame.none')}</span>
                )}
              </td>
              <td>
                {onChoose && (
                  <button
                    type="button"
                    className="link"
                    aria-label={t('ruleSets.chooseOf', { name })}
                    onClick={() => onChoose(scope)}
                  >
                    {t('ruleSets.choose')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

/** Releases that hold today and score nothing, for what is stored of them is not what was released. */
function BrokenReleases({ releases }: { releases: readonly Release[] }) {
  const { t } = useWords();
  return releases.map((release) => (
    <div key={release.id} className="problem" role="alert">
      <p className="problem-title">
        {t('ruleSeal.broken')}: {release.ruleSet} {release.setVersion}
      </p>
      <p>{t('ruleSeal.brokenDetail')}</p>
    </div>
  ));
}

interface HistoryProps {
  choices: readonly RuleChoice[];
  nameOf: (id: string) => string;
  titleOf: (plan: string | null | undefined) => string;
}

/** Every choice that was made, the newest first. */
function History({ choices, nameOf, titleOf }: HistoryProps) {
  const { t, language } = useWords();
  if (choices.length === 0) return null;
  return (
    <>
      <h2 className="section-title">{t('ruleSets.history')}</h2>
      <WideTable label={t('ruleSets.history')}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t('ruleSets.at')}</th>
              <th scope="col">{t('ruleSets.scope')}</th>
              <th scope="col">{t('ruleSets.set')}</th>
              <th scope="col">{t('thresholds.validFrom')}</th>
              <th scope="col">{t('thresholds.reason')}</th>
              <th scope="col">{t('ruleSets.by')}</th>
            </tr>
          </thead>
          <tbody>
            {choices.map((choice) => (
              <tr key={choice.id}>
                <td>{moment(choice.recordedAt, language)}</td>
                <th scope="row">{titleOf(choice.plan)}</th>
                <td>
                  {nameOf(choice.ruleSet)} {choice.ruleSetVersion}
                  {choice.follows && <span className="under">{t('ruleSets.follows')}</span>}
                </td>
                <td>{day(choice.validFrom, language)}</td>
                <td className="words">{choice.reason}</td>
                <td>{choice.recordedBy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  );
}
