import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../frame/session';
import { useWords } from '../../i18n';
import { Loaded } from '../../ui/Loaded';
import { AddTaskForm } from './AddTaskForm';
import { TaskTable } from './TaskTable';
import { planOfCaseQuery, tasksOfCaseQuery } from './tasks.api';
import { caseTasksRoute } from './tasks.route';

/** Tasks that were agreed in a case, and the form to agree another. */
export function CaseTasks() {
  const { t } = useWords();
  const { may } = useSession();
  const { caseId } = caseTasksRoute.useParams();
  const tasks = useQuery(tasksOfCaseQuery(caseId));
  const about = useQuery(planOfCaseQuery(caseId));
  const open = about.data?.next.includes('action-agreed') ?? false;
  return (
    <section aria-label={t('tasks.ofCase')}>
      <h2 className="section-title">{t('tasks.ofCase')}</h2>
      <Loaded query={tasks}>
        {(items) =>
          items.length === 0 ? (
            <p className="missing">{t('tasks.noneOfCase')}</p>
          ) : (
            <TaskTable tasks={items} />
          )
        }
      </Loaded>
      {open && about.data && may('approver', 'province-admin') && (
        <>
          <h3 className="section-title">{t('tasks.agree')}</h3>
          <AddTaskForm agreedIn={about.data} onAdded={() => void tasks.refetch()} />
        </>
      )}
    </section>
  );
}
