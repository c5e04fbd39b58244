import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useSession } from '../../frame/session';
import { named, unitOf, useWords } from '../../i18n';
import { AimText, Amount } from '../../ui/Amount';
import { day } from '../../ui/day';
import { computed, format, formatPerCent } from '../../ui/decimal';
import { periodByCalendar } from '../../ui/period';
import { RatingTag } from '../../ui/RatingTag';
import { Flags } from './Flags';
import type { Scorecard, ScoredTarget } from './scorecards.api';

interface Props {
  planId: string;
  target: ScoredTarget;
  live: boolean;
  showAuthority: boolean;
  /** the quoted statements that set this target */
  statements: Scorecard['statements'];
}

export function LedgerRow({ planId, target, live, showAuthority, statements }: Props) {
  const { t, language } = useWords();
  const { me, may } = useSession();
  const [open, setOpen] = useState(false);
  const wordingId = useId();
  const { indicator, area } = target;
  const name = named(indicator, language);
  const to = { planId, targetId: target.id };

  return (
    <>
      <tr className={open ? 'opened' : undefined}>
        <th scope="row">
          <button
            type="button"
            className="disclose"
            aria-expanded={open}
            aria-controls={open ? wordingId : undefined}
            aria-label={t(open ? 'scorecard.hideWording' : 'scorecard.showWording', { name })}
            onClick={() => setOpen(!open)}
          >
            <span className="caret" aria-hidden="true" />
          </button>
          <span className="indicator-name">
            {name}
            <span className="under">
              {[
                showAuthority && t(`authority.${target.authority}`),
                target.assignedTo?.name,
                target.subgroup,
                target.basis && target.basis !== 'period' && t(`basis.${target.basis}`),
                // The province's own figures need no place beside them.
                area.name !== me?.province?.name && area.name,
                target.strictness === 'aspirational' && t('scorecard.aspirational'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
        </th>
        <td>
          <AimText aim={target} unit={unitOf(indicator, language)} />
        </td>
        <td>
          <Actual target={target} />
        </td>
        <td className="number">
          {target.attainment != null && <strong>{formatPerCent(target.attainment, language)}</strong>}
          {target.difference != null && (
            <span className="under">
              {t('scorecard.points', { amount: signed(format(target.difference, language)) })}
            </span>
          )}
          {target.attainment == null && target.difference == null && <Nothing />}
        </td>
        <td className="number">
          {target.expected != null ? (
            <>
              {formatPerCent(target.expected, language)}
              {target.expectedBasis && <span className="under">{t(`origin.${target.expectedBasis}`)}</span>}
            </>
          ) : target.checkpoint?.amount != null ? (
            <Amount
              amount={computed(target.checkpoint.amount, indicator.decimals)}
              unit={unitOf(indicator, language)}
            />
          ) : (
            <Nothing />
          )}
        </td>
        <td>
          <RatingTag rating={target.rating} />
          <Flags flags={target.flags ?? []} />
        </td>
        {live && (
          <td className="row-actions">
            <Link
              to="/plans/$planId/targets/$targetId"
              params={to}
              aria-label={t('scorecard.detailsOf', { name })}
            >
              {t('scorecard.details')}
            </Link>
            <Link
              to="/plans/$planId/targets/$targetId/why"
              params={to}
              aria-label={t('scorecard.whyOf', { name })}
            >
              {t('scorecard.why')}
            </Link>
            <Link
              to="/plans/$planId/figures/$indicator"
              params={{ planId, indicator: indicator.code }}
              search={(search) => ({
                ...search,
                period: target.period,
                area: area.id,
                ...(target.subgroup ? { subgroup: target.subgroup } : {}),
              })}
              aria-label={t('scorecard.figuresOf', { name })}
            >
              {t('scorecard.figures')}
            </Link>
            {may('province-admin') && (
              <Link
                to="/plans/$planId/targets/$targetId/amend"
                params={to}
                aria-label={t('scorecard.amendOf', { name })}
              >
                {t('scorecard.amend')}
              </Link>
            )}
          </td>
        )}
      </tr>
      {open && (
        <tr className="wording" id={wordingId}>
          <td colSpan={live ? 7 : 6}>
            <Wording target={target} statements={statements} />
          </td>
        </tr>
      )}
    </>
  );
}

/** `+` says that a difference is above the plan; a minus is already there. */
const signed = (amount: string) =>
  /^[\u2212-]/.test(amount) || /^[0.,]+$/.test(amount) ? amount : `+${amount}`;

function Nothing() {
  const { t } = useWords();
  return <span className="nothing">{t('frame.none')}</span>;
}

/** The figure that was rated, with the period it belongs to, what kind of figure it is and since when it is known. */
function Actual({ target: { actual, indicator } }: { target: ScoredTarget }) {
  const { t, language } = useWords();
  if (!actual) return <span className="missing">{t('scorecard.noActual')}</span>;
  return (
    <>
      <Amount amount={actual.amount} unit={unitOf(indicator, language)} />
      <span className="under">
        {periodByCalendar(actual.period, actual.calendar, language)} ·{' '}
        {t(`observationStatus.${actual.status}`)}
        {actual.knownOnStated && ` · ${t('scorecard.knownOn', { day: day(actual.knownOn, language) })}`}
      </span>
      {!actual.knownOnStated && <span className="under caution">{t('scorecard.notStated')}</span>}
    </>
  );
}

function Wording({ target, statements }: Pick<Props, 'target' | 'statements'>) {
  const { t } = useWords();
  // A statement that says just what the target says is named by its code; others are quoted.
  const isTheWording = ({ quote, source }: Scorecard['statements'][number]) =>
    quote === target.wording && source === target.source;
  const codes = statements.filter(isTheWording).map(({ code }) => code);
  return (
    <dl className="wording-facts">
      <div>
        <dt>{t('scorecard.wording')}</dt>
        <dd>
          <blockquote lang="vi">“{target.wording}”</blockquote>
        </dd>
      </div>
      <div>
        <dt>{t('scorecard.source')}</dt>
        <dd>
          <p lang="vi">{[...codes, target.source].join(' · ')}</p>
          {statements
            .filter((statement) => !isTheWording(statement))
            .map((statement) => (
              <figure key={statement.code} lang="vi">
                <blockquote>“{statement.quote}”</blockquote>
                <figcaption>
                  {statement.code} · {statement.source}
                </figcaption>
              </figure>
            ))}
          {target.actual?.source && (
            <p>
              {t('scorecard.actual')}: {target.actual.source}
            </p>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('scorecard.revision')}</dt>
        <dd>{target.revision}</dd>
      </div>
    </dl>
  );
}
