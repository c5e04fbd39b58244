import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { flagInWords, named, useWords } from '../../i18n';
import { day } from '../../ui/day';
import { followedQuery } from './targets.api';

/** What people do about the target now; nothing while there is nothing to do. */
export function Followed({ target }: { target: string }) {
  const { t, language } = useWords();
  const { data } = useQuery(followedQuery(target));
  if (!data || (data.cases.length === 0 && data.tasks.length === 0)) return null;
  return (
    <>
      <h3 className="section-title">{t('targets.followed')}</h3>
      <ul>
        {data.cases.map((one) => (
          <li key={one.id}>
            <Link to="/cases/$caseId" params={{ caseId: one.id }} className="link">
              {t('targets.case', {
                flag: flagInWords(t, one.flag),
                severity: t(`severity.${one.severity}`),
              })}
            </Link>{' '}
            · {t(`caseStatus.${one.status}`)}
          </li>
        ))}
        {data.tasks.map((task) => (
          <li key={task.id}>
            <Link to="/tasks" search={{ task: task.id, show: 'all' }} className="link">
              {task.title}
            </Link>{' '}
            · {named(task.unit, language)} · {day(task.dueOn, language)} · {task.progress} % ·{' '}
            {t(`taskStatus.${task.status}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
