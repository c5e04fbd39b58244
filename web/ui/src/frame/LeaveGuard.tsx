import { useBlocker } from '@tanstack/react-router';
import { Modal } from 'antd';
import { useWords } from '../i18n';

/**
 * Asks before a page is left on which something is not saved. Turning its own pages is not leaving.
 *
 * @param detail what would be lost
 */
export function LeaveGuard({ unsaved, detail }: { unsaved: boolean; detail: string }) {
  const { t } = useWords();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => unsaved && current.pathname !== next.pathname,
    enableBeforeUnload: () => unsaved,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <Modal
      open
      title={t('frame.leave')}
      closable={false}
      onCancel={blocker.reset}
      footer={
        <div className="buttons">
          <button type="button" className="button plain" onClick={blocker.proceed}>
            {t('frame.leaveAnyway')}
          </button>
          <button type="button" className="button primary" onClick={blocker.reset}>
            {t('frame.stay')}
          </button>
        </div>
      }
    >
      <p>{detail}</p>
    </Modal>
  );
}
