import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '../../frame/session';
import { useWords } from '../../i18n';
import { day, moment } from '../../ui/day';
import { Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { periodInWords } from '../../ui/period';
import { Decide } from './Decide';
import { FillIn } from './FillIn';
import { ReadCells } from './ReadCells';
import { factsQuery, type Report, reportQuery } from './submissions.api';
import { submissionRoute } from './submissions.route';
import { StatusTag, TimelinessTag } from './Tags';
import './submissions.css';

/** One unit's report for a period: its officers fill it in, approvers decide, everyone else reads. */
export function SubmissionPage() {
  const { submission } = submissionRoute.useParams();
  const report = useQuery(reportQuery(submission));
  return (
    <Loaded query={report}>
      {({ value, etag }) => <Known key={submission} report={value} etag={etag} />}
    </Loaded>
  );
}

function Known({ report, etag }: { report: Report; etag: string }) {
  const { t, language } = useWords();
  const { me, may } = useSession();
  const { submission, cells, filled } = report;
  const facts = useQuery(factsQuery(submission));
  const unit = language === 'en' ? facts.data?.unitNameEn : facts.data?.unitName;
  const form = language === 'en' ? facts.data?.formNameEn : facts.data?.formName;
  const own = may('officer') && me?.unit?.id === submission.unit;
  return (
    <>
      <PageHead
        title={[form ?? t('submissions.title'), periodInWords(submission.period, language)].join(', ')}
        actions={
          <>
            <Link
              to="/submissions/$submission/sheet"
              params={{ submission: submission.id }}
              className="button plain"
            >
              {t('sheets.link')}
            </Link>
            <Link to="/submissions" className="button plain">
              {t('submissions.back')}
            </Link>
          </>
        }
      >
        <p className="facts">
          {unit && <strong>{unit}</strong>}
          <StatusTag status={submission.status} />
          {facts.data?.timeliness && <TimelinessTag timeliness={facts.data.timeliness} />}
          {facts.data?.dueOn && (
            <span>
              {t('submissions.dueOn')}: {day(facts.data.dueOn, language)}
            </span>
          )}
          <span>{t('submissions.filled', { filled, cells })}</span>
        </p>
      </PageHead>
      <Steps report={report} />
      {may('approver') && <Decide submission={submission} etag={etag} />}
      <h2 className="section-title">{t('submissions.figures')}</h2>
      {own ? (
        <FillIn report={report} etag={etag} />
      ) : (
        <>
          {unit && <p className="under">{t('submissions.readOnlyUnit', { unit })}</p>}
          <ReadCells submission={submission.id} cells={cells} />
        </>
      )}
    </>
  );
}

/** How the report came to its status, oldest first. */
function Steps({ report: { steps } }: { report: Report }) {
  const { t, language } = useWords();
  if (steps.length === 0) return <p className="under">{t('submissions.noSteps')}</p>;
  return (
    <section aria-label={t('submissions.steps')}>
      <ol className="steps">
        {steps.map((step) => (
          <li key={step.step}>
            <StatusTag status={step.status} />{' '}
            <span className="under">
              {t('submissions.by', { by: step.recordedBy, at: moment(step.recordedAt, language) })}
            </span>
            {step.comment && <p className="comment">{step.comment}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
