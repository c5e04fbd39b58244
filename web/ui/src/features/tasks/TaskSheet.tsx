import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Form, Input, InputNumber } from 'antd';
import { useSession } from '../../frame/session';
import { named, useWords } from '../../i18n';
import { day, moment } from '../../ui/day';
import { Loaded } from '../../ui/Loaded';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SideSheet } from '../../ui/SideSheet';
import { Reached, ServedTargets, TaskStatusTag } from './TaskTable';
import { type Progress, type TaskDetails, taskQuery, useDropTask, useReportProgress } from './tasks.api';

/** One task: what it is about, how far it has come, and what the reader can do. */
export function TaskSheet({ task, onClose }: { task: string; onClose: () => void }) {
  const { t } = useWords();
  const found = useQuery(taskQuery(task));
  return (
    <SideSheet title={t('tasks.one')} onClose={onClose}>
      <Loaded query={found}>{({ value, etag }) => <Known details={value} etag={etag} />}</Loaded>
    </SideSheet>
  );
}

function Known({ details: { task, reports }, etag }: { details: TaskDetails; etag: string }) {
  const { t, language } = useWords();
  const { me, may } = useSession();
  return (
    <>
      <h3 className="sheet-subject">{task.title}</h3>
      <p className="facts">
        <TaskStatusTag status={task.status} />
        <Reached task={task} />
        <span>
          {t('tasks.dueOn')}: {day(task.dueOn, language)}
          {task.overdue && <strong className="caution"> · {t('tasks.late')}</strong>}
        </span>
      </p>
      {task.detail && <p>{task.detail}</p>}
      <p>
        {t('tasks.unit')}: {named(task.unit, language)}
      </p>
      {task.coordinators.length > 0 && (
        <p>
          {t('tasks.coordinators')}: {task.coordinators.map((unit) => named(unit, language)).join(', ')}
        </p>
      )}
      {task.targets.length > 0 && (
        <section aria-label={t('tasks.targets')}>
          <h3>{t('tasks.targets')}</h3>
          <ServedTargets targets={task.targets} />
        </section>
      )}
      {task.statement && (
        <p>
          {t('tasks.statement')}:{' '}
          <Link to="/statements" className="link">
            {task.statement}
          </Link>
        </p>
      )}
      {task.agreedIn && (
        <p>
          <Link to="/cases/$caseId" params={{ caseId: task.agreedIn }} className="link">
            {t('tasks.toCase')}
          </Link>
        </p>
      )}
      <h3 className="section-title">{t('tasks.reports')}</h3>
      {reports.length === 0 && <p className="missing">{t('tasks.noReports')}</p>}
      <ol className="entries">
        {reports.map((report) => (
          <li key={report.number}>
            <div>
              <p>
                <span className="chip">{t(`taskStatus.${report.status}`)}</span> {report.progress} %
              </p>
              <p>{report.note}</p>
              <p className="under">
                {t('units.recorded', { at: moment(report.recordedAt, language), by: report.recordedBy })}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {task.status !== 'dropped' && may('officer') && me?.unit?.id === task.unit.id && (
        <Report key={etag} task={task} etag={etag} />
      )}
      {task.status === 'open' && may('approver', 'province-admin') && <Drop task={task.id} etag={etag} />}
    </>
  );
}

function Report({ task, etag }: { task: TaskDetails['task']; etag: string }) {
  const { t } = useWords();
  const reporting = useReportProgress(task.id, etag);
  const required = { required: true, message: t('frame.required') };
  return (
    <>
      <h3 className="section-title">{t('tasks.report')}</h3>
      <Form<Progress>
        name="report"
        layout="vertical"
        className="form framed"
        requiredMark={false}
        initialValues={{ progress: task.progress }}
        onFinish={(values) => reporting.mutate(values)}
      >
        <Form.Item name="progress" label={t('tasks.progressPercent')} rules={[required]}>
          <InputNumber min={0} max={100} precision={0} />
        </Form.Item>
        <Form.Item name="note" label={t('tasks.note')} rules={[{ ...required, whitespace: true }]}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
        {reporting.error && <ProblemAlert error={reporting.error} />}
        <div>
          <button type="submit" className="button primary" disabled={reporting.isPending}>
            {t('tasks.send')}
          </button>
        </div>
      </Form>
    </>
  );
}

function Drop({ task, etag }: { task: string; etag: string }) {
  const { t } = useWords();
  const dropping = useDropTask(task, etag);
  return (
    <details>
      <summary>{t('tasks.drop')}</summary>
      <Form<{ reason: string }>
        name="drop"
        layout="vertical"
        className="form framed"
        requiredMark={false}
        onFinish={({ reason }) => dropping.mutate(reason)}
      >
        <Form.Item
          name="reason"
          label={t('tasks.reason')}
          rules={[{ required: true, whitespace: true, message: t('frame.required') }]}
        >
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
        {dropping.error && <ProblemAlert error={dropping.error} />}
        <div>
          <button type="submit" className="button plain" disabled={dropping.isPending}>
            {t('tasks.drop')}
          </button>
        </div>
      </Form>
    </details>
  );
}
