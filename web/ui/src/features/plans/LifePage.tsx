import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useSession } from '../../frame/session';
import { useWords } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { day, moment } from '../../ui/day';
import { Loaded } from '../../ui/Loaded';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { CorrectTitleSheet } from './CorrectTitleSheet';
import {
  decidingQuery,
  type NewStep,
  type Plan,
  type PlanStep,
  stepsQuery,
  taggedPlanQuery,
  useAdvancePlan,
} from './plans.api';
import { lifeRoute } from './plans.route';

/** How a plan came to its status, by which papers, and what it can become next. */
export function LifePage() {
  const { t } = useWords();
  const { may } = useSession();
  const { planId } = lifeRoute.useParams();
  const plan = useQuery(taggedPlanQuery(planId));
  const steps = useQuery(stepsQuery(planId));
  return (
    <Loaded query={plan}>
      {({ value, etag }) => (
        <>
          <h2 className="section-title">{t('plans.life')}</h2>
          <Loaded query={steps}>
            {(taken) => (taken.length > 0 ? <Steps steps={taken} /> : <p>{t('plans.noSteps')}</p>)}
          </Loaded>
          <h2 className="section-title">{t('plans.nextStep')}</h2>
          {value.next.length === 0 ? (
            <p>{t('plans.ended')}</p>
          ) : may('province-admin') ? (
            <NextStep key={etag} plan={value} etag={etag} />
          ) : (
            <p>{t('plans.nextIsAdmins')}</p>
          )}
          {value.status !== 'closed' && may('province-admin') && (
            <Title plan={value} reload={() => plan.refetch().then(({ data }) => data?.value)} />
          )}
        </>
      )}
    </Loaded>
  );
}

function Title({ plan, reload }: { plan: Plan; reload: () => Promise<Plan | undefined> }) {
  const { t } = useWords();
  const [correcting, setCorrecting] = useState(false);
  const [corrected, setCorrected] = useState(false);
  return (
    <>
      <h2 className="section-title">{t('plans.planTitle')}</h2>
      {corrected && (
        <p className="note" role="status">
          {t('plans.titleCorrected')}
        </p>
      )}
      <p lang="vi">{plan.title}</p>
      <button type="button" className="link" onClick={() => setCorrecting(true)}>
        {t('plans.correctTitle')}
      </button>
      {correcting && (
        <CorrectTitleSheet
          plan={plan}
          reload={reload}
          onClose={() => setCorrecting(false)}
          onCorrected={() => {
            setCorrected(true);
            setCorrecting(false);
          }}
        />
      )}
    </>
  );
}

function Steps({ steps }: { steps: readonly PlanStep[] }) {
  const { t, language } = useWords();
  return (
    <ol className="entries">
      {steps.map((step) => (
        <li key={step.step}>
          <div>
            <p>
              <span className="chip">{t(`planStatus.${step.status}`)}</span> {day(step.decidedOn, language)}
            </p>
            {step.instrument && (
              <p lang="vi">
                {step.instrument.link ? (
                  <a href={step.instrument.link} rel="noreferrer">
                    {step.instrument.number}
                  </a>
                ) : (
                  step.instrument.number
                )}
                {' · '}
                {step.instrument.issuer} · {step.instrument.title}
              </p>
            )}
            {step.reason && <p>{step.reason}</p>}
            <p className="under">
              {t('units.recorded', { at: moment(step.recordedAt, language), by: step.recordedBy })}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function NextStep({ plan, etag }: { plan: Plan; etag: string }) {
  const { t, language } = useWords();
  const papers = useQuery(decidingQuery);
  const advancing = useAdvancePlan(plan.id, etag);
  const [form] = Form.useForm<NewStep>();
  const status = Form.useWatch('status', form);
  const required = { required: true, whitespace: true, message: t('frame.required') };
  return (
    <Form<NewStep>
      form={form}
      layout="vertical"
      className="form framed"
      requiredMark={false}
      initialValues={{ status: plan.next[0] }}
      onFinish={({ status: wanted, instrument, decidedOn, reason }) =>
        advancing.mutate({
          status: wanted,
          decidedOn,
          ...(instrument ? { instrument } : {}),
          ...(reason?.trim() ? { reason: reason.trim() } : {}),
        })
      }
    >
      <div className="form-row">
        <Form.Item name="status" label={t('plans.status')} rules={[required]}>
          <Select options={plan.next.map((value) => ({ value, label: t(`planStatus.${value}`) }))} />
        </Form.Item>
        <Form.Item name="decidedOn" label={t('plans.decidedOn')} rules={[required]}>
          <DayInput />
        </Form.Item>
      </div>
      <Form.Item
        name="instrument"
        label={t('plans.instrument')}
        extra={
          <>
            {t('plans.instrumentHint')}{' '}
            <Link to="/instruments" className="link">
              {t('nav.instruments')}
            </Link>
          </>
        }
        rules={status === 'closed' ? [] : [required]}
      >
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={papers.data?.map(({ id, number, issuedOn, title }) => ({
            value: id,
            label: `${number} (${day(issuedOn, language)}) · ${title}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={t('plans.reason')} rules={status === 'amended' ? [required] : []}>
        <Input.TextArea rows={2} />
      </Form.Item>
      {advancing.error && <ProblemAlert error={advancing.error} />}
      <div>
        <button type="submit" className="button primary" disabled={advancing.isPending}>
          {t('plans.advance')}
        </button>
      </div>
    </Form>
  );
}
