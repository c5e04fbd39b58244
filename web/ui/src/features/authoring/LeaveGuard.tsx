import { useBlocker } from '@tanstack/react-router';
import { Modal } from 'antd';
import { useWords } from '../../i18n';

/** Asks before a draft is left that is not saved. Turning to another part of it is not leaving. */
export function LeaveGuard({ unsaved }: { unsaved: boolean }) {
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
      title={t('authoring.leave')}
      closable={false}
      onCancel={blocker.reset}
      footer={
        <div className="buttons">
          <button type="button" className="button plain" onClick={blocker.proceed}>
            {t('authoring.leaveAnyway')}
          </button>
          <button type="button" className="button primary" onClick={blocker.reset}>
            {t('authoring.stay')}
          </button>
        </div>
      }
    >
      <p>{t('authoring.leaveDetail')}</p>
    </Modal>
  );
}
