import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { flagInWords, useWords } from '../i18n';
import { AsOfPicker } from '../ui/AsOfPicker';
import { Loaded } from '../ui/Loaded';
import { RatingTag } from '../ui/RatingTag';
import { ratings } from '../ui/rating';
import { useAsOf } from './asOf';
import { type Flip, type Trial, trialQuery, triedPlansQuery } from './trial';
import './trial.css';

type Grouping = 'none' | 'unit' | 'place';

interface Props {
  /** undefined while nothing can be tried */
  model: string | undefined;
  /** the plan to begin with; else that of the year that one looks from */
  plan?: string | undefined;
  /** the day to begin with; else the one that one looks from */
  asOf?: string;
  /** goes to the row or alert that speaks */
  onRule?: (rule: string) => void;
}

/** What rules would change, in a plan and as of a day that are chosen here. */
export function TrialPreview({ model, plan: first, asOf: firstDay, onRule }: Props) {
  const { t } = useWords();
  const plans = useQuery(triedPlansQuery);
  const today = useAsOf();
  const [chosen, setChosen] = useState(first);
  const [asOf, setAsOf] = useState(firstDay ?? today);
  const [misread, setMisread] = useState<string>();
  const id = useId();
  return (
    <section className="trial" aria-label={t('trial.title')}>
      <h3>{t('trial.title')}</h3>
      <Loaded query={plans}>
        {(all) => {
          const plan = chosen ?? (all.find(({ period }) => period === today.slice(0, 4)) ?? all[0])?.id;
          if (!plan) return <p className="missing">{t('trial.noPlan')}</p>;
          return (
            <>
              <div className="trial-of">
                <label htmlFor={id}>{t('trial.plan')}</label>
                <Select
                  id={id}
                  value={plan}
                  showSearch={{ optionFilterProp: 'label' }}
                  onChange={setChosen}
                  options={all.map((one) => ({ value: one.id, label: one.title }))}
                />
                <AsOfPicker
                  label={t('frame.asOf')}
                  hint={t('frame.asOfHint')}
                  value={asOf}
                  onChange={setAsOf}
                  onMisread={setMisread}
                />
              </div>
              {misread !== undefined && (
                <p className="caution" role="alert">
                  {t('frame.dayMisread', { typed: misread })}
                </p>
              )}
              {model === undefined ? (
                <p className="missing">{t('trial.unreadable')}</p>
              ) : (
                <Tried model={model} plan={plan} asOf={asOf} {...(onRule ? { onRule } : {})} />
              )}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

interface TriedProps {
  model: string;
  plan: string;
  asOf: string;
  onRule?: (rule: string) => void;
}

function Tried({ model, plan, asOf, onRule }: TriedProps) {
  const { t } = useWords();
  const trial = useQuery(trialQuery(model, plan, asOf));
  return (
    <Loaded query={trial}>
      {(tried) => (
        <>
          <p role="status" className={trial.isPlaceholderData ? 'trial-count waiting' : 'trial-count'}>
            {trial.isPlaceholderData
              ? t('trial.waiting')
              : t('trial.flips', { count: tried.flips.length, targets: tried.targets })}
          </p>
          <Counts trial={tried} />
          <Flips flips={tried.flips} {...(onRule ? { onRule } : {})} />
        </>
      )}
    </Loaded>
  );
}

/** How many targets have each rating, now and then. */
function Counts({ trial: { before, after } }: { trial: Trial }) {
  const { t } = useWords();
  const there = ratings.filter((rating) => (before[rating] ?? 0) + (after[rating] ?? 0) > 0);
  if (there.length === 0) return null;
  return (
    <table className="trial-counts">
      <thead>
        <tr>
          <th scope="col">{t('trial.rating')}</th>
          <th scope="col">{t('trial.before')}</th>
          <th scope="col">{t('trial.after')}</th>
        </tr>
      </thead>
      <tbody>
        {there.map((rating) => (
          <tr key={rating} className={before[rating] === after[rating] ? undefined : 'changed'}>
            <th scope="row">
              <RatingTag rating={rating} />
            </th>
            <td>{before[rating] ?? 0}</td>
            <td>{after[rating] ?? 0}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const MOST_SHOWN = 100;

function Flips({ flips, onRule }: { flips: readonly Flip[]; onRule?: (rule: string) => void }) {
  const { t } = useWords();
  const [grouping, setGrouping] = useState<Grouping>('none');
  const id = useId();
  if (flips.length === 0) return null;
  const nameOf = (flip: Flip) =>
    grouping === 'unit' ? (flip.unit ?? t('trial.noUnit')) : grouping === 'place' ? flip.place : '';
  const groups = new Map<string, Flip[]>();
  for (const flip of flips.slice(0, MOST_SHOWN)) {
    groups.set(nameOf(flip), [...(groups.get(nameOf(flip)) ?? []), flip]);
  }
  return (
    <>
      <p className="trial-grouping">
        <label htmlFor={id}>{t('trial.group')}</label>{' '}
        <select id={id} value={grouping} onChange={({ target }) => setGrouping(target.value as Grouping)}>
          {(['none', 'unit', 'place'] as const).map((one) => (
            <option key={one} value={one}>
              {t(`trialGroup.${one}`)}
            </option>
          ))}
        </select>
      </p>
      {[...groups].map(([name, members]) => (
        <div key={name}>
          {name && (
            <h4>
              {name} <span className="group-count">{members.length}</span>
            </h4>
          )}
          <ul className="flips">
            {members.map((flip) => (
              <FlipLine key={flip.target} flip={flip} {...(onRule ? { onRule } : {})} />
            ))}
          </ul>
        </div>
      ))}
      {flips.length > MOST_SHOWN && (
        <p className="under">{t('trial.more', { count: flips.length - MOST_SHOWN })}</p>
      )}
    </>
  );
}

/** One target: from what to what, and why. */
function FlipLine({ flip, onRule }: { flip: Flip; onRule?: (rule: string) => void }) {
  const { t, language } = useWords();
  const { before, after } = flip;
  const raised = after.flags.filter((flag) => !before.flags.includes(flag));
  const cleared = before.flags.filter((flag) => !after.flags.includes(flag));
  const name = language === 'en' && flip.indicatorEn ? flip.indicatorEn : flip.indicator;
  return (
    <li>
      <p>
        <strong>{name}</strong> <span className="nothing">· {flip.place}</span>
      </p>
      <p className="flip">
        {before.rating === after.rating ? (
          <>
            <RatingTag rating={after.rating} /> {t('trial.sameRating')}
          </>
        ) : (
          <>
            <RatingTag rating={before.rating} /> <span aria-hidden="true">→</span>
            <span className="visually-hidden">{t('trial.to')}</span> <RatingTag rating={after.rating} />
          </>
        )}
      </p>
      {raised.length > 0 && (
        <p className="under">
          {t('trial.raised', { flags: raised.map((flag) => flagInWords(t, flag)).join(', ') })}
        </p>
      )}
      {cleared.length > 0 && (
        <p className="under">
          {t('trial.cleared', { flags: cleared.map((flag) => flagInWords(t, flag)).join(', ') })}
        </p>
      )}
      {before.score !== after.score && (
        <p className="under">
          {t('trial.score', { from: before.score ?? t('frame.none'), to: after.score ?? t('frame.none') })}
        </p>
      )}
      {after.says.map((said) => (
        <p key={said.rule} className="under">
          {said[language]}{' '}
          {onRule && (
            <button type="button" className="link" onClick={() => onRule(said.rule)}>
              {said.rule}
            </button>
          )}
        </p>
      ))}
    </li>
  );
}
