import { Link } from '@tanstack/react-router';
import { named, useWords } from '../../i18n';
import { AimedUnder } from '../../ui/AimedTarget';
import { day } from '../../ui/day';
import { WideTable } from '../../ui/WideTable';
import type { Task } from './tasks.api';
import './tasks.css';

const statusLike = { open: 'on-track', done: 'met', dropped: 'insufficient-data' } as const;

export function TaskStatusTag({ status }: { status: Task['status'] }) {
  const { t } = useWords();
  return <span className={`rating rating-${statusLike[status]}`}>{t(`taskStatus.${status}`)}</span>;
}

/** How far a task has come, as a bar beside the number. */
export function Reached({ task }: { task: Pick<Task, 'progress' | 'title'> }) {
  const { t } = useWords();
  return (
    <span className="reached">
      <progress max={100} value={task.progress} aria-label={`${t('tasks.progress')}: ${task.title}`} />{' '}
      {task.progress} %
    </span>
  );
}

/** The targets that a task serves. */
export function ServedTargets({ targets }: { targets: Task['targets'] }) {
  const { language } = useWords();
  return (
    <ul>
      {targets.map((target) => (
        <li key={target.id}>
          {named(target, language)}
          <AimedUnder target={target} />
        </li>
      ))}
    </ul>
  );
}

export function TaskTable({ tasks }: { tasks: readonly Task[] }) {
  const { t, language } = useWords();
  return (
    <WideTable label={t('tasks.title')}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('tasks.task')}</th>
            <th scope="col">{t('tasks.unit')}</th>
            <th scope="col">{t('tasks.dueOn')}</th>
            <th scope="col">{t('tasks.progress')}</th>
            <th scope="col">{t('tasks.status')}</th>
            <th scope="col">{t('tasks.targets')}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.id}>
              <th scope="row">
                <Link to="/tasks" search={(search) => ({ ...search, task: task.id })} className="link">
                  {task.title}
                </Link>
              </th>
              <td>
                {named(task.unit, language)}
                {task.coordinators.length > 0 && (
                  <p className="under">
                    {t('tasks.coordinators')}:{' '}
                    {task.coordinators.map((unit) => named(unit, language)).join(', ')}
                  </p>
                )}
              </td>
              <td className="nowrap">
                {day(task.dueOn, language)}
                {task.overdue && <strong className="caution"> · {t('tasks.late')}</strong>}
              </td>
              <td className="nowrap">
                <Reached task={task} />
              </td>
              <td>
                <TaskStatusTag status={task.status} />
              </td>
              <td>
                {task.targets.length === 0 ? (
                  <span className="missing">{t('tasks.noTargets')}</span>
                ) : (
                  <ServedTargets targets={task.targets} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
