import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { EvidenceFiles } from '../../frame/EvidenceFiles';
import { useSession } from '../../frame/session';
import { flagInWords, named, useWords } from '../../i18n';
import { AimedUnder } from '../../ui/AimedTarget';
import { day, moment } from '../../ui/day';
import { Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { RatingTag } from '../../ui/RatingTag';
import { askableQuery, caseQuery, type Followed, type Step } from './cases.api';
import { caseRoute } from './cases.route';
import { DecideCase } from './DecideCase';
import { ExplainCase } from './ExplainCase';
import { SeverityTag, StatusTag } from './Tags';
import './cases.css';

/** One case: what is wrong, what was done about it, what can be done next, and the tasks that were agreed. */
export function CasePage() {
  const { caseId } = caseRoute.useParams();
  const found = useQuery(caseQuery(caseId));
  return (
    <Loaded query={found}>{({ value, etag }) => <Known key={caseId} followed={value} etag={etag} />}</Loaded>
  );
}

function Known({ followed, etag }: { followed: Followed; etag: string }) {
  const { t, language } = useWords();
  const { me, may } = useSession();
  const { about, rating, reasons, steps } = followed;
  const unit = language === 'en' ? about.unitNameEn : about.unitName;
  const asked = about.next.includes('explained');
  const own = may('officer') && me?.unit?.id === about.unit;
  return (
    <>
      <PageHead
        title={named(about.target, language)}
        actions={
          <Link to="/cases" className="button plain">
            {t('cases.back')}
          </Link>
        }
      >
        <p className="facts">
          <strong>{flagInWords(t, about.flag)}</strong>
          <SeverityTag severity={about.severity} />
          <StatusTag status={about.status} />
          {about.until && (
            <span>
              {t(about.status === 'accepted' ? 'cases.acceptedUntil' : 'cases.dueOn')}:{' '}
              {day(about.until, language)}
              {about.overdue && <strong className="caution"> · {t('cases.late')}</strong>}
            </span>
          )}
          <span>
            {t('cases.unit')}: {unit ?? t('cases.noUnit')}
          </span>
        </p>
        <AimedUnder target={about.target} more={about.planTitle} />
        <blockquote className="quoted">{about.target.wording}</blockquote>
      </PageHead>
      <section aria-label={t('cases.why')}>
        <h2 className="section-title">{t('cases.why')}</h2>
        <p className="facts">
          {rating && <RatingTag rating={rating} />}
          <span>{t('cases.asOfDay', { day: day(about.asOf, language) })}</span>
        </p>
        <ul>
          {reasons.map((reason) => (
            <li key={reason.vi}>{reason[language]}</li>
          ))}
        </ul>
        <p>
          <Link
            to="/plans/$planId/targets/$targetId"
            params={{ planId: about.plan, targetId: about.target.id }}
            className="link"
          >
            {t('cases.toTarget')}
          </Link>
          {' · '}
          <Link
            to="/plans/$planId/runs/$scorecardId"
            params={{ planId: about.plan, scorecardId: about.scorecard }}
            className="link"
          >
            {t('cases.toRun')}
          </Link>
          {about.previous && (
            <>
              {' · '}
              <Link to="/cases/$caseId" params={{ caseId: about.previous }} className="link">
                {t('cases.toPrevious')}
              </Link>
            </>
          )}
        </p>
      </section>
      <Steps steps={steps} />
      {own && asked && <ExplainCase about={about} etag={etag} />}
      <EvidenceFiles about={{ case: about.id }} mayAttach={own && about.status !== 'cleared'} />
      {may('approver') && (
        <DecideCase key={about.version} about={about} last={steps.at(-1)?.act} etag={etag} />
      )}
      <Outlet />
    </>
  );
}

/** What happened, oldest first. */
function Steps({ steps }: { steps: readonly Step[] }) {
  const { t, language } = useWords();
  const units = useQuery(askableQuery);
  return (
    <section aria-label={t('cases.steps')}>
      <h2 className="section-title">{t('cases.steps')}</h2>
      <ol className="entries case-steps">
        {steps.map((step) => {
          const unit = units.data?.find(({ id }) => id === step.unit);
          return (
            <li key={step.step}>
              <div>
                <p>
                  <span className="chip">{t(`caseAct.${step.act}`)}</span> {unit && named(unit, language)}
                  {step.until && ` ${t('cases.untilDay', { day: day(step.until, language) })}`}
                </p>
                {step.comment && <p className="comment">{step.comment}</p>}
                {step.papers && (
                  <p>
                    {t('cases.papers')}: {step.papers}
                  </p>
                )}
                <p className="under">
                  {t('units.recorded', { at: moment(step.recordedAt, language), by: step.recordedBy })}
                </p>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
