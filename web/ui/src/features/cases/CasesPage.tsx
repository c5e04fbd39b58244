import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '../../frame/session';
import { flagInWords, named, useWords } from '../../i18n';
import { AimedUnder } from '../../ui/AimedTarget';
import { Check } from '../../ui/Check';
import { day } from '../../ui/day';
import { Empty, Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { WideTable } from '../../ui/WideTable';
import { type Case, casesList, casesQuery } from './cases.api';
import { type CasesSearch, casesRoute } from './cases.route';
import { SeverityTag, StatusTag } from './Tags';
import './cases.css';

/** Flags that somebody has to do something about, the newest first. */
export function CasesPage() {
  const { t } = useWords();
  const { me } = useSession();
  const search = casesRoute.useSearch();
  const unit = search.mine ? me?.unit?.id : undefined;
  const cases = useQuery(casesQuery(search, unit));
  return (
    <>
      <PageHead title={t('cases.title')} list={casesList(search, unit)}>
        <p>{t('cases.intro')}</p>
      </PageHead>
      <Filters search={search} hasUnit={me?.unit != null} />
      <Loaded query={cases}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={t('cases.empty')}>
              <p>{t('cases.emptyDetail')}</p>
            </Empty>
          ) : (
            <Table cases={items} />
          )
        }
      </Loaded>
    </>
  );
}

function Filters({ search, hasUnit }: { search: CasesSearch; hasUnit: boolean }) {
  const { t } = useWords();
  const navigate = casesRoute.useNavigate();
  return (
    <div className="filters">
      <label>
        {t('cases.which')}{' '}
        <select
          value={search.only ?? 'live'}
          onChange={({ target: { value } }) =>
            void navigate({
              search: ({ only: _, ...rest }) =>
                value === 'overdue' || value === 'all' ? { ...rest, only: value } : rest,
            })
          }
        >
          {(['live', 'overdue', 'all'] as const).map((which) => (
            <option key={which} value={which}>
              {t(`cases.${which}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('cases.severity')}{' '}
        <select
          value={search.severity ?? ''}
          onChange={({ target: { value } }) =>
            void navigate({
              search: ({ severity: _, ...rest }) =>
                value === 'high' || value === 'medium' || value === 'low'
                  ? { ...rest, severity: value }
                  : rest,
            })
          }
        >
          <option value="">{t('cases.everySeverity')}</option>
          {(['high', 'medium', 'low'] as const).map((severity) => (
            <option key={severity} value={severity}>
              {t(`severity.${severity}`)}
            </option>
          ))}
        </select>
      </label>
      {hasUnit && (
        <Check
          label={t('cases.mine')}
          checked={search.mine === true}
          onChange={(mine) =>
            void navigate({
              search: ({ mine: _, ...rest }) => (mine ? { ...rest, mine: true as const } : rest),
            })
          }
        />
      )}
    </div>
  );
}

function Table({ cases }: { cases: readonly Case[] }) {
  const { t, language } = useWords();
  return (
    <WideTable label={t('cases.title')}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('cases.target')}</th>
            <th scope="col">{t('cases.flag')}</th>
            <th scope="col">{t('cases.severity')}</th>
            <th scope="col">{t('cases.status')}</th>
            <th scope="col">{t('cases.unit')}</th>
            <th scope="col">{t('cases.until')}</th>
            <th scope="col">{t('cases.asOf')}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link to="/cases/$caseId" params={{ caseId: one.id }} className="link">
                  {named(one.target, language)}
                </Link>
                <AimedUnder target={one.target} more={one.planTitle} />
              </th>
              <td>{flagInWords(t, one.flag)}</td>
              <td>
                <SeverityTag severity={one.severity} />
              </td>
              <td>
                <StatusTag status={one.status} />
              </td>
              <td>
                {(language === 'en' ? one.unitNameEn : one.unitName) ?? (
                  <span className="missing">{t('cases.noUnit')}</span>
                )}
              </td>
              <td className="nowrap">
                {one.until ? day(one.until, language) : t('frame.none')}
                {one.overdue && <strong className="caution"> · {t('cases.late')}</strong>}
              </td>
              <td className="nowrap">{day(one.asOf, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
