import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsOf } from '../../frame/asOf';
import { useConfiguration } from '../../frame/configuration';
import { LeaveGuard } from '../../frame/LeaveGuard';
import { provinceRoles, useSession } from '../../frame/session';
import { named, useWords } from '../../i18n';
import { day, today } from '../../ui/day';
import { fold } from '../../ui/fold';
import { Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import {
  type Drafts,
  keyOf,
  type Line,
  lineOf,
  linesOf,
  newestOf,
  outcomeOf,
  typeInto,
  withdraw,
} from './lines';
import { SaveBar } from './SaveBar';
import { ThresholdGrid } from './ThresholdGrid';
import {
  indicatorNamesQuery,
  type Scope,
  saveThreshold,
  type Threshold,
  type Thresholds,
  thresholdPlacesQuery,
  thresholdsList,
  thresholdsQuery,
  useReadAnew,
} from './thresholds.api';
import { thresholdsRoute } from './thresholds.route';
import './thresholds.css';

/** What was saved, and whether the day that the house scores as of is rated by any of it. */
interface Saved {
  count: number;
  validFrom: string;
  rates: 'now' | 'later' | 'no-more';
}

type Doing = { status: 'typing' } | { status: 'saving' } | { status: 'saved'; what: Saved };

/** Which threshold each indicator is rated by on the day: its own, or one that it inherits. Authors edit it where it stands. */
export function ThresholdsPage() {
  const { t, language } = useWords();
  const { may } = useSession();
  const { find, shown } = thresholdsRoute.useSearch();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const asOf = useAsOf();
  const scoringDay = useConfiguration().asOf ?? today();
  const thresholds = useQuery(thresholdsQuery(asOf));
  const inProvince = may(...provinceRoles);
  // The ministry has neither: what it sets stands above all of them.
  const ofProvince = inProvince ? {} : { enabled: false, placeholderData: [] };
  const indicators = useQuery({ ...indicatorNamesQuery, ...ofProvince });
  const places = useQuery({ ...thresholdPlacesQuery, ...ofProvince });
  const readAnew = useReadAnew();
  const [added, setAdded] = useState<readonly Scope[]>([]);
  const [drafts, setDrafts] = useState<Drafts>(new Map());
  const [refusals, setRefusals] = useState<ReadonlyMap<string, unknown>>(new Map());
  const [doing, setDoing] = useState<Doing>({ status: 'typing' });
  const author = may('rule-author');
  const ministry = may('ministry-rule-author');

  const nameOf = ({ level, indicator: code, area }: Scope) => {
    if (!code) return t(level === 'nation' ? 'thresholds.nation' : 'thresholds.province');
    const indicator = indicators.data?.find((one) => one.code === code);
    const name = indicator ? named(indicator, language) : code;
    const place = places.data?.find(({ id }) => id === area)?.name ?? area;
    return place ? t('thresholds.inArea', { name, area: place }) : name;
  };
  const forget = (keys: readonly string[]) => {
    const kept = <T,>(all: ReadonlyMap<string, T>) =>
      new Map([...all].filter(([key]) => !keys.includes(key)));
    setDrafts(kept);
    setRefusals(kept);
  };

  const save = async (changed: readonly Line[], validFrom: string, reason: string) => {
    setDoing({ status: 'saving' });
    const saved: Threshold[] = [];
    const refused = new Map<string, unknown>();
    for (const { key, scope, threshold } of changed) {
      const draft = drafts.get(key);
      if (!draft || !threshold) continue;
      const { values } = outcomeOf(threshold, draft.typed, language);
      try {
        const withdrawn = draft.withdrawn ?? false;
        saved.push(await saveThreshold(scope, draft.seen, { ...values, withdrawn, validFrom, reason }));
      } catch (refusal) {
        refused.set(key, refusal);
      }
    }
    await readAnew();
    const [first] = saved;
    const rates = first && (await ratesOf(saved));
    forget(saved.map(keyOf));
    setRefusals(refused);
    setDoing(
      rates ? { status: 'saved', what: { count: saved.length, validFrom, rates } } : { status: 'typing' },
    );
    return refused.size === 0;
  };

  const ratesOf = async (saved: readonly Threshold[]): Promise<Saved['rates']> => {
    if (saved.every(({ validFrom }) => validFrom > scoringDay)) return 'later';
    // Where this cannot be asked, what was saved for a day gone by holds more often than not.
    const now = await queries.fetchQuery(thresholdsQuery(scoringDay)).catch(() => undefined);
    return !now || saved.some((one) => holds(now, one)) ? 'now' : 'no-more';
  };

  const wanted = (line: Line) => {
    if (!line.scope.indicator || drafts.has(line.key) || added.some((one) => keyOf(one) === line.key))
      return true;
    const indicator = indicators.data?.find(({ code }) => code === line.scope.indicator);
    return fold(`${indicator?.name} ${indicator?.nameEn ?? ''} ${line.scope.indicator}`).includes(
      fold(find ?? ''),
    );
  };

  return (
    <>
      <PageHead title={t('thresholds.title')} list={thresholdsList(asOf)}>
        <p>{t(inProvince ? 'thresholds.intro' : 'thresholds.introNation', { day: day(asOf, language) })}</p>
        {!author && !ministry && <p>{t('thresholds.readOnly')}</p>}
      </PageHead>
      {doing.status === 'saved' && (
        <p className="note" role="status">
          {t(`thresholds.saved.${doing.what.rates}`, {
            count: doing.what.count,
            day: day(doing.what.validFrom, language),
            today: day(scoringDay, language),
          })}{' '}
          {doing.what.rates === 'now' && <Link to="/plans">{t('thresholds.toPlan')}</Link>}
        </p>
      )}
      {inProvince && (
        <div className="filters">
          <label className="search">
            <span>{t('thresholds.search')}</span>
            <input
              type="search"
              placeholder={t('scorecard.searchHint')}
              value={find ?? ''}
              onChange={({ target }) =>
                void navigate({
                  to: '.',
                  search: (current) => ({ ...current, find: target.value || undefined }),
                  replace: true,
                })
              }
            />
          </label>
        </div>
      )}
      <Loaded query={thresholds}>
        {(all) => (
          <Loaded query={indicators}>
            {(known) => {
              const lines = linesOf(all, known, added).filter(
                ({ scope }) => inProvince || scope.level === 'nation',
              );
              const changed = lines.filter(({ key }) => drafts.has(key));
              return (
                <>
                  <Elsewhere lines={lines} shown={shown} nameOf={nameOf} asOf={asOf} />
                  <ThresholdGrid
                    lines={lines.filter(wanted)}
                    nameOf={nameOf}
                    drafts={drafts}
                    refusals={refusals}
                    shown={shown}
                    places={places.data ?? []}
                    mayEdit={({ scope }) =>
                      doing.status !== 'saving' && (scope.level === 'nation' ? ministry : author)
                    }
                    saving={doing.status === 'saving'}
                    onType={(line, field, text) => {
                      setDoing({ status: 'typing' });
                      setRefusals((before) => new Map([...before].filter(([key]) => key !== line.key)));
                      setDrafts((before) => typeInto(before, line, field, text, language));
                    }}
                    onTake={(line) =>
                      setDrafts((before) => {
                        const draft = before.get(line.key);
                        return draft
                          ? new Map(before).set(line.key, { ...draft, seen: newestOf(line) })
                          : before;
                      })
                    }
                    onWithdraw={(line) => {
                      setDoing({ status: 'typing' });
                      setDrafts((before) => withdraw(before, line));
                    }}
                    onAdd={(scope) => setAdded((before) => [...before, scope])}
                  />
                  {changed.length > 0 && (
                    <SaveBar
                      lines={changed}
                      drafts={drafts}
                      nameOf={nameOf}
                      saving={doing.status === 'saving'}
                      onSave={(validFrom, reason) => save(changed, validFrom, reason)}
                      onDiscard={() => forget([...drafts.keys()])}
                    />
                  )}
                  <LeaveGuard
                    unsaved={drafts.size > 0}
                    detail={t('frame.leaveDetail', { count: typedCells(drafts) })}
                  />
                </>
              );
            }}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

const typedCells = (drafts: Drafts) =>
  [...drafts.values()].reduce(
    (sum, { typed, withdrawn }) => sum + Object.keys(typed).length + (withdrawn ? 1 : 0),
    0,
  );

/** What was withdrawn for good holds by not being there any more. */
const holds = (all: Thresholds, { id, level, indicator, area, withdrawn }: Threshold) =>
  withdrawn
    ? lineOf(all)({ level, indicator, area }).from !== 'own'
    : [all.nation, all.province, ...all.indicators, ...all.areas].some((one) => one?.id === id);

interface ElsewhereProps {
  lines: readonly Line[];
  shown: string | undefined;
  nameOf: (scope: Scope) => string;
  asOf: string;
}

/** Says that what an explanation points to is not what its line is rated by on the day that is looked from. */
function Elsewhere({ lines, shown, nameOf, asOf }: ElsewhereProps) {
  const { t, language } = useWords();
  const line = lines.find(({ versions }) => versions.some(({ id }) => id === shown));
  const version = line?.versions.find(({ id }) => id === shown);
  if (!line || !version || line.threshold?.id === shown) return null;
  return (
    <p className="note" role="status">
      {t('thresholds.elsewhere', {
        name: nameOf(line.scope),
        version: version.version,
        from: day(version.validFrom, language),
        day: day(asOf, language),
      })}
    </p>
  );
}
