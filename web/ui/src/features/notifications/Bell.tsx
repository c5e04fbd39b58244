import { useInfiniteQuery } from '@tanstack/react-query';
import { Popover } from 'antd';
import { useState } from 'react';
import { useWords } from '../../i18n';
import { NotificationList } from './NotificationList';
import { notificationsQuery } from './notifications.api';
import './notifications.css';

/** What the reader was told: the number of what is unread, the sentences on opening. For users of a province. */
export function Bell() {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const told = useInfiniteQuery(notificationsQuery);
  const unread = told.data?.pages[0]?.unread ?? 0;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={<NotificationList told={told} onFollow={() => setOpen(false)} />}
    >
      <button
        type="button"
        className="button quiet bell"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={t('notifications.bell', { count: unread })}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 1.500v1.200M3 12h10l-1.400-2V7a3.600 3.600 0 0 0-7.200 0v3zM6.500 14a1.600 1.600 0 0 0 3 0" />
        </svg>
        {unread > 0 && <span className="bell-count">{unread > 99 ? '99+' : unread}</span>}
      </button>
    </Popover>
  );
}
