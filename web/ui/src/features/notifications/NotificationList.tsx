import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Answered } from '../../api/client';
import { flagInWords, named, useWords } from '../../i18n';
import { day, moment } from '../../ui/day';
import { Loaded } from '../../ui/Loaded';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { periodInWords } from '../../ui/period';
import { type Notification, useRead } from './notifications.api';

interface Props {
  told: UseInfiniteQueryResult<InfiniteData<Answered<'/api/v1/notifications', 'get'>>>;
  /** a link was followed */
  onFollow: () => void;
}

/** Sentences, newest first. Following one's link marks it as read. */
export function NotificationList({ told, onFollow }: Props) {
  const { t } = useWords();
  const reading = useRead();
  return (
    <section className="notifications" aria-label={t('notifications.title')}>
      <h2>{t('notifications.title')}</h2>
      {reading.error && <ProblemAlert error={reading.error} />}
      <Loaded query={told}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          const unread = items.filter(({ read }) => !read).map(({ id }) => id);
          if (items.length === 0) return <p className="missing">{t('notifications.empty')}</p>;
          return (
            <>
              <ul>
                {items.map((one) => (
                  <li key={one.id} className={one.read ? '' : 'unread'}>
                    <Sentence
                      notification={one}
                      onFollow={() => {
                        if (!one.read) reading.mutate([one.id]);
                        onFollow();
                      }}
                    />
                  </li>
                ))}
              </ul>
              <div className="notifications-foot">
                {unread.length > 0 && (
                  <button
                    type="button"
                    className="link"
                    disabled={reading.isPending}
                    onClick={() => reading.mutate(unread)}
                  >
                    {t('notifications.readAll')}
                  </button>
                )}
                {told.hasNextPage && (
                  <button
                    type="button"
                    className="link"
                    disabled={told.isFetchingNextPage}
                    onClick={() => void told.fetchNextPage()}
                  >
                    {t('notifications.more')}
                  </button>
                )}
              </div>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function Sentence({ notification, onFollow }: { notification: Notification; onFollow: () => void }) {
  const { t, language } = useWords();
  const { kind, facts, madeAt, read } = notification;
  return (
    <>
      <p>
        {t(`notificationKind.${kind}`, {
          by: facts.by ?? '',
          form: named({ name: facts.form ?? '', nameEn: facts.formEn ?? null }, language),
          unit: named({ name: facts.unit ?? '', nameEn: facts.unitEn ?? null }, language),
          period: periodInWords(facts.period ?? '', language),
          dueOn: day(facts.dueOn ?? '', language),
          name: named({ name: facts.name ?? '', nameEn: facts.nameEn ?? null }, language),
          flag: flagInWords(t, facts.flag ?? ''),
        })}
      </p>
      <p className="under">
        {moment(madeAt, language)}
        {!read && <strong className="caution"> · {t('notifications.unread')}</strong>}
      </p>
      <Follow facts={facts} onFollow={onFollow} />
    </>
  );
}

/** To what the sentence is about. */
function Follow({ facts, onFollow }: { facts: Notification['facts']; onFollow: () => void }) {
  const { t } = useWords();
  const common = { className: 'link', onClick: onFollow };
  if (facts.case) {
    return (
      <Link to="/cases/$caseId" params={{ caseId: facts.case }} {...common}>
        {t('notifications.toCase')}
      </Link>
    );
  }
  if (facts.task) {
    return (
      <Link to="/tasks" search={{ task: facts.task, show: 'all' }} {...common}>
        {t('notifications.toTask')}
      </Link>
    );
  }
  if (facts.submission) {
    return (
      <Link to="/submissions/$submission" params={{ submission: facts.submission }} {...common}>
        {t('notifications.toReport')}
      </Link>
    );
  }
  return (
    <Link to="/submissions" {...common}>
      {t('notifications.toReports')}
    </Link>
  );
}
