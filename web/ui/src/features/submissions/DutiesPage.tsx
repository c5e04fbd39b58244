import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../frame/session';
import { useWords } from '../../i18n';
import { day } from '../../ui/day';
import { Empty, Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { periodByCalendar, periodInWords } from '../../ui/period';
import { WideTable } from '../../ui/WideTable';
import { PunctualityTable } from './PunctualityTable';
import { type Duty, dutiesList, dutiesQuery, useBeginReport } from './submissions.api';
import { submissionsRoute } from './submissions.route';
import { StatusTag, TimelinessTag } from './Tags';
import './submissions.css';

/** A year of reports of a province's communes is long; this many stand there at once. */
const STEP = 100;

/** What is to be reported, by whom and until when: the reader's own unit first, for approvers what waits for them. */
export function DutiesPage() {
  const { t } = useWords();
  const { me, may } = useSession();
  const search = submissionsRoute.useSearch();
  const unit = me?.unit?.id;
  const approver = may('approver');
  const whose = unit ? (search.whose ?? (approver ? 'everyone' : 'mine')) : 'everyone';
  const asked = whose === 'mine' ? unit : undefined;
  const duties = useQuery(dutiesQuery(asked));
  return (
    <>
      <PageHead title={t('submissions.title')} list={dutiesList(asked)}>
        <p>{t('submissions.intro')}</p>
      </PageHead>
      {unit && <Whose whose={whose} />}
      <Loaded query={duties}>
        {(items) => {
          const waiting = items.filter(({ status }) => status === 'submitted');
          if (items.length === 0) {
            return (
              <Empty title={t(whose === 'mine' ? 'submissions.emptyMine' : 'submissions.empty')}>
                <p>{t('submissions.emptyDetail')}</p>
              </Empty>
            );
          }
          return (
            <>
              {approver && <p className="note">{t('submissions.waiting', { count: waiting.length })}</p>}
              <Duties
                duties={
                  approver ? [...waiting, ...items.filter(({ status }) => status !== 'submitted')] : items
                }
              />
            </>
          );
        }}
      </Loaded>
      <PunctualityTable />
    </>
  );
}

function Whose({ whose }: { whose: 'mine' | 'everyone' }) {
  const { t } = useWords();
  const navigate = submissionsRoute.useNavigate();
  return (
    <fieldset className="whose">
      <legend>{t('submissions.whose')}</legend>
      {(['mine', 'everyone'] as const).map((choice) => (
        <label key={choice} className="check">
          <input
            type="radio"
            name="whose"
            checked={whose === choice}
            onChange={() => void navigate({ search: (before) => ({ ...before, whose: choice }) })}
          />
          {t(`submissions.${choice}`)}
        </label>
      ))}
    </fieldset>
  );
}

function Duties({ duties }: { duties: readonly Duty[] }) {
  const { t, language } = useWords();
  const [most, setMost] = useState(STEP);
  const navigate = submissionsRoute.useNavigate();
  const beginning = useBeginReport();
  const begin = (form: string, period: string) =>
    beginning.mutate(
      { form, period },
      {
        onSuccess: ({ id }) =>
          void navigate({
            to: '/submissions/$submission',
            params: { submission: id },
            search: ({ asOf }) => ({ ...(asOf ? { asOf } : {}) }),
          }),
      },
    );
  return (
    <>
      {beginning.error && <ProblemAlert error={beginning.error} />}
      <WideTable label={t('submissions.duties')}>
        <table className="ledger duties">
          <thead>
            <tr>
              <th scope="col">{t('submissions.period')}</th>
              <th scope="col">{t('submissions.form')}</th>
              <th scope="col">{t('submissions.unit')}</th>
              <th scope="col">{t('submissions.dueOn')}</th>
              <th scope="col">{t('submissions.timeliness')}</th>
              <th scope="col">{t('submissions.status')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('scorecard.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {duties.slice(0, most).map((duty) => (
              <tr key={`${duty.form}/${duty.unit}/${duty.period}`}>
                <td>{periodByCalendar(duty.period, duty.calendar, language)}</td>
                <th scope="row">{language === 'en' ? duty.formNameEn : duty.formName}</th>
                <td className="wide">{language === 'en' ? duty.unitNameEn : duty.unitName}</td>
                <td className="nowrap" data-label={t('submissions.dueOn')}>
                  {day(duty.dueOn, language)}
                </td>
                <td>
                  <TimelinessTag timeliness={duty.timeliness} />
                </td>
                <td>
                  {duty.status ? (
                    <StatusTag status={duty.status} />
                  ) : (
                    <span className="missing nowrap">{t('submissions.notBegun')}</span>
                  )}
                </td>
                <td className="nowrap">
                  <Action duty={duty} busy={beginning.isPending} onBegin={begin} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      {duties.length > most && (
        <button type="button" className="button plain" onClick={() => setMost(most + STEP)}>
          {t('audit.more')}
        </button>
      )}
    </>
  );
}

function Action({
  duty,
  busy,
  onBegin,
}: {
  duty: Duty;
  busy: boolean;
  onBegin: (form: string, period: string) => void;
}) {
  const { t, language } = useWords();
  const { me, may } = useSession();
  const words = {
    form: language === 'en' ? duty.formNameEn : duty.formName,
    unit: language === 'en' ? duty.unitNameEn : duty.unitName,
    period: periodInWords(duty.period, language),
  };
  if (duty.submission) {
    return (
      <Link
        to="/submissions/$submission"
        params={{ submission: duty.submission }}
        className="link"
        aria-label={t('submissions.openOf', words)}
      >
        {t('submissions.open')}
      </Link>
    );
  }
  if (duty.unit !== me?.unit?.id || !may('officer')) return t('frame.none');
  return (
    <button
      type="button"
      className="link"
      aria-label={t('submissions.beginOf', words)}
      disabled={busy}
      onClick={() => onBegin(duty.form, duty.period)}
    >
      {t('submissions.begin')}
    </button>
  );
}
