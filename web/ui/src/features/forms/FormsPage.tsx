import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../frame/session';
import { named, useWords } from '../../i18n';
import { Empty, Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { periodInWords } from '../../ui/period';
import { WideTable } from '../../ui/WideTable';
import { AddFormSheet } from './AddFormSheet';
import { Due } from './Due';
import { FormSheet } from './FormSheet';
import { askedQuery, formsQuery, type ReportingForm } from './forms.api';
import { formsRoute } from './forms.route';
import './forms.css';

/** What is reported regularly; the sheet of a form tells its lines, and lets the administrator change it. */
export function FormsPage() {
  const { t, language } = useWords();
  const { may } = useSession();
  const { form } = formsRoute.useSearch();
  const navigate = formsRoute.useNavigate();
  const forms = useQuery(formsQuery);
  const [adding, setAdding] = useState(false);
  const [done, setDone] = useState<string>();
  const admin = may('province-admin');
  return (
    <>
      <PageHead
        title={t('forms.title')}
        actions={
          admin && (
            <button type="button" className="button primary" onClick={() => setAdding(true)}>
              {t('forms.add')}
            </button>
          )
        }
      >
        <p>{t('forms.intro')}</p>
        {!admin && <p>{t('forms.readOnly')}</p>}
      </PageHead>
      {done && (
        <p className="note" role="status">
          {done}
        </p>
      )}
      <Loaded query={forms}>
        {(items) => (items.length > 0 ? <Forms forms={items} /> : <Empty title={t('forms.empty')} />)}
      </Loaded>
      {adding && (
        <AddFormSheet
          onClose={() => setAdding(false)}
          onAdded={({ content }) => {
            setDone(t('forms.added', { name: named(content, language) }));
            setAdding(false);
          }}
        />
      )}
      {form && (
        <FormSheet
          key={form}
          id={form}
          admin={admin}
          onClose={() => void navigate({ search: (search) => ({ ...search, form: undefined }) })}
        />
      )}
    </>
  );
}

function Forms({ forms }: { forms: readonly ReportingForm[] }) {
  const { t, language } = useWords();
  const units = useQuery(askedQuery);
  const nameOf = (id: string) => {
    const unit = units.data?.find((one) => one.id === id);
    return unit ? named(unit, language) : '';
  };
  return (
    <WideTable label={t('forms.title')}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('forms.one')}</th>
            <th scope="col">{t('forms.frequency')}</th>
            <th scope="col">{t('forms.from')}</th>
            <th scope="col">{t('submissions.dueOn')}</th>
            <th scope="col">{t('forms.units')}</th>
            <th scope="col" className="number">
              {t('forms.lines')}
            </th>
          </tr>
        </thead>
        <tbody>
          {forms.map(({ id, code, frequency, content }) => (
            <tr key={id}>
              <th scope="row">
                <Link to="/forms" search={(search) => ({ ...search, form: id })} className="link">
                  {named(content, language)}
                </Link>
                <span className="under">
                  <code>{code}</code>
                </span>
                {content.ended && (
                  <span className="chip">
                    {t('forms.ended', { period: periodInWords(content.from, language) })}
                  </span>
                )}
              </th>
              <td>{t(`frequency.${frequency}`)}</td>
              <td>{periodInWords(content.from, language)}</td>
              <td>
                <Due days={content.dueDays} />
                <span className="under">{t('forms.remind', { count: content.remindDays })}</span>
              </td>
              <td className="form-units">
                <ul>
                  {content.units.map((unit) => (
                    <li key={unit}>{nameOf(unit)}</li>
                  ))}
                </ul>
              </td>
              <td className="number">{content.lines.length}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
