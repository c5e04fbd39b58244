import { Fragment } from 'react';
import { groupInWords, useWords } from '../../i18n';
import { WideTable } from '../../ui/WideTable';
import { LedgerRow } from './LedgerRow';
import type { Scorecard, ScoredTarget } from './scorecards.api';
import { grouped, setBySeveral } from './search';
import './scorecards.css';

interface Props {
  planId: string;
  targets: readonly ScoredTarget[];
  statements: Scorecard['statements'];
  /** whether rows lead on to figures, amendments and reasons; a stored run only shows */
  live?: boolean;
}

/** The scorecard's table: one row a target, by indicator group. */
export function Ledger({ planId, targets, statements, live = false }: Props) {
  const { t } = useWords();
  const several = setBySeveral(targets);
  return (
    <WideTable label={t('plans.scorecard')}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('scorecard.indicator')}</th>
            <th scope="col">{t('scorecard.plan')}</th>
            <th scope="col">{t('scorecard.actual')}</th>
            <th scope="col" className="number">
              {t('scorecard.attainment')}
            </th>
            <th scope="col" className="number">
              {t('scorecard.expected')}
            </th>
            <th scope="col">{t('scorecard.rating')}</th>
            {live && (
              <th scope="col">
                <span className="visually-hidden">{t('scorecard.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        {grouped(targets).map(([group, members]) => (
          <Fragment key={group}>
            <tbody>
              <tr className="group">
                <th scope="rowgroup" colSpan={live ? 7 : 6}>
                  {groupInWords(t, group)}
                  <span className="group-count">{members.length}</span>
                </th>
              </tr>
              {members.map((target) => (
                <LedgerRow
                  key={target.id}
                  planId={planId}
                  target={target}
                  live={live}
                  statements={statements.filter((statement) => statement.target === target.id)}
                  showAuthority={several.has(target.indicator.code)}
                />
              ))}
            </tbody>
          </Fragment>
        ))}
      </table>
    </WideTable>
  );
}
