import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../frame/session';
import { useWords } from '../../i18n';
import { Check } from '../../ui/Check';
import { Empty, Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { SideSheet } from '../../ui/SideSheet';
import { AddTaskForm } from './AddTaskForm';
import { TaskSheet } from './TaskSheet';
import { TaskTable } from './TaskTable';
import { tasksList, tasksQuery } from './tasks.api';
import { tasksRoute } from './tasks.route';

/** Tasks and measures of the province's plans, and those agreed in cases. */
export function TasksPage() {
  const { t } = useWords();
  const { me, may } = useSession();
  const search = tasksRoute.useSearch();
  const navigate = tasksRoute.useNavigate();
  const unit = search.mine ? me?.unit?.id : undefined;
  const tasks = useQuery(tasksQuery(search, unit));
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<string>();
  return (
    <>
      <PageHead
        title={t('tasks.title')}
        list={tasksList(search, unit)}
        actions={
          may('approver', 'province-admin') && (
            <button type="button" className="button primary" onClick={() => setAdding(true)}>
              {t('tasks.add')}
            </button>
          )
        }
      >
        <p>{t('tasks.intro')}</p>
      </PageHead>
      {added && (
        <p className="note" role="status">
          {t('tasks.added', { title: added })}
        </p>
      )}
      <div className="filters">
        <fieldset className="which-tasks">
          <legend className="visually-hidden">{t('tasks.which')}</legend>
          {(['open', 'overdue', 'all'] as const).map((which) => (
            <label key={which} className="check">
              <input
                type="radio"
                name="which-tasks"
                checked={(search.show ?? 'open') === which}
                onChange={() =>
                  void navigate({
                    search: ({ show: _, ...rest }) => (which === 'open' ? rest : { ...rest, show: which }),
                  })
                }
              />
              {t(`tasks.${which}`)}
            </label>
          ))}
        </fieldset>
        {me?.unit && (
          <Check
            label={t('tasks.mine')}
            checked={search.mine === true}
            onChange={(mine) =>
              void navigate({
                search: ({ mine: _, ...rest }) => (mine ? { ...rest, mine: true as const } : rest),
              })
            }
          />
        )}
      </div>
      <Loaded query={tasks}>
        {(items) => (items.length === 0 ? <Empty title={t('tasks.empty')} /> : <TaskTable tasks={items} />)}
      </Loaded>
      {adding && (
        <SideSheet title={t('tasks.add')} onClose={() => setAdding(false)}>
          <AddTaskForm
            onAdded={(title) => {
              setAdded(title);
              setAdding(false);
            }}
          />
        </SideSheet>
      )}
      {search.task && (
        <TaskSheet
          key={search.task}
          task={search.task}
          onClose={() => void navigate({ search: ({ task: _, ...rest }) => rest })}
        />
      )}
    </>
  );
}
