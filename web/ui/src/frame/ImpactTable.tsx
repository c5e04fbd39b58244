import type { ReactNode } from 'react';
import type { Answered, With } from '../api/client';
import { useWords } from '../i18n';
import { day } from '../ui/day';
import { type Move, Moves } from '../ui/Moves';
import { WideTable } from '../ui/WideTable';

type Wire = Answered<'/api/v1/rule-impacts', 'get'>['items'][number];

/** What a release that does not hold yet would change in one plan. */
export type Impact = With<Wire, { moves: Move[] }>;

export interface ImpactLine {
  readonly key: string;
  /** the province, where there are several */
  readonly of?: ReactNode;
  readonly impact: Impact;
  readonly actions?: ReactNode;
}

/** Plan by plan how many targets would be rated otherwise, the most first, and from what to what. */
export function ImpactTable({ label, lines }: { label: string; lines: readonly ImpactLine[] }) {
  const { t, language } = useWords();
  const several = lines.some(({ of }) => of !== undefined);
  const sorted = [...lines].sort((one, other) => other.impact.otherwise - one.impact.otherwise);
  const acting = lines.some(({ actions }) => actions !== undefined);
  return (
    <WideTable label={label}>
      <table className="ledger impacts">
        <thead>
          <tr>
            {several && <th scope="col">{t('impact.province')}</th>}
            <th scope="col">{t('impact.plan')}</th>
            <th scope="col" className="number">
              {t('impact.targets')}
            </th>
            <th scope="col" className="number">
              {t('impact.otherwise')}
            </th>
            <th scope="col">{t('impact.moves')}</th>
            <th scope="col" className="number">
              {t('impact.flagged')}
            </th>
            <th scope="col">{t('impact.asOf')}</th>
            {acting && (
              <th scope="col">
                <span className="visually-hidden">{t('scorecard.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ key, of, impact, actions }) => (
            <tr key={key}>
              {several && <td>{of}</td>}
              <th scope="row">{impact.planTitle}</th>
              <td className="number">{impact.targets}</td>
              <td className="number">
                <strong>{impact.otherwise}</strong>
              </td>
              <td>
                {impact.moves.length === 0 ? (
                  <span className="nothing">{t('impact.none')}</span>
                ) : (
                  <Moves moves={impact.moves} />
                )}
              </td>
              <td className="number">{impact.flagged}</td>
              <td>{day(impact.asOf, language)}</td>
              {acting && <td className="row-actions">{actions}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
