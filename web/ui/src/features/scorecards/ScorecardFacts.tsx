import type { ReactNode } from 'react';
import { useWords } from '../../i18n';
import { day } from '../../ui/day';
import type { Scorecard } from './scorecards.api';

/** As of which day and by which rules the plan was rated. */
export function ScorecardFacts({ scorecard, children }: { scorecard: Scorecard; children?: ReactNode }) {
  const { t, language } = useWords();
  const { asOf, ruleSet, engine } = scorecard;
  return (
    <div className="scorecard-facts">
      <dl className="pairs">
        <div>
          <dt>{t('frame.asOf')}</dt>
          <dd>
            <strong>{day(asOf, language)}</strong>
          </dd>
        </div>
        {scorecard.aims === 'original' && (
          <div>
            <dt>{t('scorecard.aims')}</dt>
            <dd>{t('aims.original')}</dd>
          </div>
        )}
        <div>
          <dt>{t('scorecard.ruleSet')}</dt>
          <dd title={`${engine?.name ?? ''} ${engine?.version ?? ''} · sha256 ${ruleSet.sha256}`}>
            {ruleSet.id} · {t('scorecard.version', { version: ruleSet.version })}
          </dd>
        </div>
      </dl>
      {children}
    </div>
  );
}
