import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAsOf } from '../../frame/asOf';
import { named, unitOf, useWords } from '../../i18n';
import { AimText, Amount } from '../../ui/Amount';
import { day } from '../../ui/day';
import { computed, format, formatPerCent } from '../../ui/decimal';
import { Empty, Loaded } from '../../ui/Loaded';
import { Outlook } from '../../ui/Outlook';
import { periodByCalendar, periodInWords } from '../../ui/period';
import { RatingTag } from '../../ui/RatingTag';
import { SideSheet } from '../../ui/SideSheet';
import { Flags } from './Flags';
import { type ScoredTarget, scorecardQuery } from './scorecards.api';
import { whyRoute } from './scorecards.route';

/** Explains one rating: the rules' own sentences, the figures and the threshold they used. */
export function WhyDrawer() {
  const { t } = useWords();
  const { planId, targetId } = whyRoute.useParams();
  const scorecard = useQuery(scorecardQuery(planId, useAsOf()));
  const navigate = whyRoute.useNavigate();
  return (
    <SideSheet
      title={t('why.title')}
      onClose={() => void navigate({ to: '/plans/$planId', params: { planId } })}
    >
      <Loaded query={scorecard}>
        {({ targets, ruleSet }) => {
          const target = targets?.find(({ id }) => id === targetId);
          return target ? (
            <Why planId={planId} target={target} rules={ruleSet.sha256} />
          ) : (
            <Empty title={t('why.gone')} />
          );
        }}
      </Loaded>
    </SideSheet>
  );
}

/** @param rules the hash of the rule set that rated it */
function Why({ planId, target, rules }: { planId: string; target: ScoredTarget; rules: string }) {
  const { t, language } = useWords();
  const { indicator, actual, threshold } = target;
  const unit = unitOf(indicator, language);
  const reasons = target.reasons ?? [];
  const months = periodInWords(target.checkpoint?.period ?? '', language);
  return (
    <div className="why">
      <div>
        <h3>{named(indicator, language)}</h3>
        <p className="why-rating">
          <RatingTag rating={target.rating} />
        </p>
        <Flags flags={target.flags ?? []} />
      </div>
      <section>
        <h4>{t('why.reasons')}</h4>
        {reasons.length === 0 && <p>{t('why.noReasons')}</p>}
        <ul className="reasons">
          {reasons.map((reason) => (
            <li key={reason.rule + reason.vi}>
              {reason[language].replaceAll(' %', '\u00a0%')}{' '}
              <Link
                to="/rule-models/$sha256"
                params={{ sha256: rules }}
                search={(search) => ({ asOf: search.asOf, rule: reason.rule })}
                className="rule"
                aria-label={t('why.toRule', { rule: reason.rule })}
              >
                {t('why.rule', { rule: reason.rule })}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h4>{t('why.figures')}</h4>
        <dl className="pairs column">
          <Pair term={t('scorecard.plan')}>
            <AimText aim={target} unit={unit} /> ({periodInWords(target.period, language)})
          </Pair>
          <Pair term={t('scorecard.actual')}>
            {actual ? (
              <>
                <Amount amount={actual.amount} unit={unit} /> (
                {periodByCalendar(actual.period, actual.calendar, language)},{' '}
                {t(`observationStatus.${actual.status}`)})
                {actual.parts && (
                  <span className="under">
                    {t('why.parts', {
                      periods: actual.parts.map((part) => periodInWords(part, language)).join(' + '),
                    })}
                  </span>
                )}
              </>
            ) : (
              t('scorecard.noActual')
            )}
          </Pair>
          {target.attainment != null && (
            <Pair term={t('scorecard.attainment')}>{formatPerCent(target.attainment, language)}</Pair>
          )}
          {target.difference != null && (
            <Pair term={t('why.difference')}>
              {t('scorecard.points', { amount: format(target.difference, language) })}
            </Pair>
          )}
          {target.expected != null && (
            <Pair term={t('scorecard.expected')}>{formatPerCent(target.expected, language)}</Pair>
          )}
          {target.checkpoint?.amount != null && (
            <Pair term={t('why.expectedAmount')}>
              <Amount amount={computed(target.checkpoint.amount, indicator.decimals)} unit={unit} />
              <span className="under">
                {t(`why.${expectedOf(target)}`, {
                  months,
                  years: target.checkpoint.years?.join(', ') ?? '',
                  version: target.checkpoint.trajectory ?? '',
                })}
              </span>
            </Pair>
          )}
          {target.checkpoint?.difference != null && (
            <Pair term={t('why.expectedDifference')}>
              {t('scorecard.points', { amount: format(target.checkpoint.difference, language) })}
            </Pair>
          )}
          {target.expectedBasis != null && (
            <Pair term={t('why.basis')}>{t(`why.${target.expectedBasis}`)}</Pair>
          )}
          <Pair term={t('scorecard.revision')}>{target.revision}</Pair>
        </dl>
        <p className="facts">
          <Link to="/plans/$planId/targets/$targetId" params={{ planId, targetId: target.id }}>
            {t('why.toTarget')}
          </Link>
          <Link
            to="/plans/$planId/figures/$indicator"
            params={{ planId, indicator: indicator.code }}
            search={(search) => ({
              asOf: search.asOf,
              period: target.period,
              area: target.area.id,
              ...(target.subgroup ? { subgroup: target.subgroup } : {}),
              ...(actual ? { shown: actual.observation } : {}),
            })}
          >
            {t('why.toFigures')}
          </Link>
        </p>
      </section>
      {target.signals && (
        <section>
          <h4>{t('outlook.title')}</h4>
          <Outlook signals={target.signals} unit={unit} decimals={indicator.decimals} />
        </section>
      )}
      <section>
        <h4>{t('why.threshold')}</h4>
        {threshold ? (
          <>
            <p>
              {t(scopes[threshold.scope] ?? 'why.scopeProvince')}, {t('thresholds.validFrom').toLowerCase()}{' '}
              {day(threshold.validFrom, language)}
            </p>
            <dl className="pairs column">
              {(['exceededFrom', 'nearlyFrom', 'onTrackFrom', 'behindFrom', 'tolerance'] as const).map(
                (cut) => (
                  <Pair key={cut} term={t(`thresholds.${cut}`)}>
                    {formatPerCent(threshold[cut], language, 1)}
                  </Pair>
                ),
              )}
              {(['likelyFrom', 'openFrom'] as const).map(
                (cut) =>
                  threshold[cut] != null && (
                    <Pair key={cut} term={t(`thresholds.${cut}`)}>
                      {formatPerCent(threshold[cut], language, 1)}
                    </Pair>
                  ),
              )}
              {threshold.staleFrom != null && (
                <Pair term={t('thresholds.staleFrom')}>{threshold.staleFrom}</Pair>
              )}
              {threshold.rangeMet != null && (
                <Pair term={t('thresholds.rangeMet')}>
                  {t(threshold.rangeMet === 'inside' ? 'rangeMet.inside' : 'rangeMet.or-better')}
                </Pair>
              )}
              {threshold.ceilingIndex != null && (
                <Pair term={t('thresholds.ceilingIndex')}>
                  {t(
                    threshold.ceilingIndex === 'inverse' ? 'ceilingIndex.inverse' : 'ceilingIndex.two-minus',
                  )}
                </Pair>
              )}
            </dl>
            <p className="identifier">
              {t('why.thresholdId')} <code>{threshold.id}</code>
            </p>
          </>
        ) : (
          <p>{t('why.noThreshold')}</p>
        )}
        <Link
          to="/thresholds"
          search={(search) => ({
            asOf: search.asOf,
            find: indicator.name,
            ...(threshold ? { shown: threshold.id } : {}),
          })}
        >
          {t('why.toThresholds')}
        </Link>
      </section>
    </div>
  );
}

/** How the sentence about what is expected is worded: by a checkpoint, between checkpoints, or of the whole. */
function expectedOf({ checkpoint, expectedBasis }: ScoredTarget) {
  if (expectedBasis === 'stated') return 'expectedOf';
  if (checkpoint?.trajectory) return checkpoint.years ? 'betweenYears' : 'betweenOf';
  return checkpoint?.years ? 'seasonalYears' : 'onlyMonths';
}

const scopes: Record<string, 'why.scopeNation' | 'why.scopeIndicator' | 'why.scopeArea'> = {
  nation: 'why.scopeNation',
  indicator: 'why.scopeIndicator',
  area: 'why.scopeArea',
};

function Pair({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
