import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { unitOf, useWords } from '../../i18n';
import { AimText, Amount } from '../../ui/Amount';
import { Loaded } from '../../ui/Loaded';
import { WideTable } from '../../ui/WideTable';
import { type Indicator, type Part, partsQuery, type Reconciliation, type Target } from './targets.api';

interface Props {
  planId: string;
  target: Target;
  indicator: Indicator;
  admin: boolean;
}

/** What a target is divided into, and whether the parts make the whole. */
export function Parts({ planId, target, indicator, admin }: Props) {
  const { t } = useWords();
  const parts = useQuery(partsQuery(target.id));
  return (
    <>
      <h3 className="section-title">{t('targets.parts')}</h3>
      <Loaded query={parts}>
        {(reconciled) =>
          reconciled.outcome === 'no-parts' ? (
            <p>{t('reconciliation.no-parts')}</p>
          ) : (
            <Reconciled planId={planId} reconciled={reconciled} indicator={indicator} />
          )
        }
      </Loaded>
      {admin && (
        <p>
          <Link
            to="/plans/$planId/targets/new"
            params={{ planId }}
            search={(search) => ({ ...search, parent: target.id })}
            className="button plain"
          >
            {t('targets.subAssign')}
          </Link>
        </p>
      )}
    </>
  );
}

function Reconciled({
  planId,
  reconciled,
  indicator,
}: {
  planId: string;
  reconciled: Reconciliation;
  indicator: Indicator;
}) {
  const { t, language } = useWords();
  const unit = unitOf(indicator, language);
  const name = (part: Part) =>
    [part.assignedTo?.name, part.subgroup, part.area.name].filter(Boolean).join(' · ');
  const uncounted = reconciled.parts.filter(({ id }) => reconciled.uncounted.includes(id));
  return (
    <>
      <WideTable label={t('targets.parts')}>
        <table className="ledger">
          <thead>
            <tr>
              <th scope="col">{t('targets.part')}</th>
              <th scope="col">{t('targets.amount')}</th>
            </tr>
          </thead>
          <tbody>
            {reconciled.parts.map((part) => (
              <tr key={part.id}>
                <th scope="row">
                  <Link
                    to="/plans/$planId/targets/$targetId"
                    params={{ planId, targetId: part.id }}
                    className="link"
                  >
                    {name(part)}
                  </Link>
                </th>
                <td>
                  <AimText aim={part} unit={unit} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <p>{t(`reconciliation.${reconciled.outcome}`)}</p>
      {reconciled.outcome === 'incomplete' && (
        <p className="caution">{t('targets.uncounted', { names: uncounted.map(name).join('; ') })}</p>
      )}
      {reconciled.together != null && (
        <dl className="pairs">
          <div>
            <dt>{t('targets.whole')}</dt>
            <dd>
              <AimText aim={reconciled.whole} unit={unit} />
            </dd>
          </div>
          <div>
            <dt>{t('targets.together')}</dt>
            <dd>
              <Amount amount={reconciled.together} unit={unit} />
            </dd>
          </div>
          {reconciled.difference != null && (
            <div>
              <dt>{t('targets.difference')}</dt>
              <dd>
                <Amount amount={reconciled.difference} unit={unit} />
              </dd>
            </div>
          )}
        </dl>
      )}
    </>
  );
}
