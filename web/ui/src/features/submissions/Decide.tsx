import { Form, Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../../i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { type Decision, type Report, type Status, useDecide } from './submissions.api';

interface Choice {
  status: Decision['status'];
  word: 'approve' | 'return' | 'lock' | 'publish' | 'unlock';
  hint?: 'approveHint' | 'lockHint' | 'publishHint';
  /** whether whoever decides it must say why */
  reasoned?: true;
}

const unlock: Choice = { status: 'unlocked', word: 'unlock', reasoned: true };

/** What an approver can make of a report; the API decides again, such as whether it is the approver's own. */
const choices: Record<Status, readonly Choice[]> = {
  draft: [],
  returned: [],
  unlocked: [],
  submitted: [
    { status: 'approved', word: 'approve', hint: 'approveHint' },
    { status: 'returned', word: 'return', reasoned: true },
  ],
  approved: [{ status: 'locked', word: 'lock', hint: 'lockHint' }, unlock],
  locked: [{ status: 'published', word: 'publish', hint: 'publishHint' }, unlock],
  published: [unlock],
};

export function Decide({ submission, etag }: { submission: Report['submission']; etag: string }) {
  const { t } = useWords();
  const deciding = useDecide(submission.id, etag);
  const [form] = Form.useForm<{ comment?: string }>();
  const [decided, setDecided] = useState<Status>();
  const open = choices[submission.status];

  const decide = ({ status, reasoned }: Choice) => {
    const comment = form.getFieldValue('comment')?.trim() ?? '';
    if (reasoned && !comment) {
      form.setFields([{ name: 'comment', errors: [t('frame.required')] }]);
      form.focusField('comment');
      return;
    }
    deciding.mutate(
      { status, ...(comment ? { comment } : {}) },
      {
        onSuccess: (answer) => {
          setDecided(answer.status);
          form.resetFields();
        },
      },
    );
  };

  return (
    <>
      <h2 className="section-title">{t('submissions.decide')}</h2>
      {decided === submission.status && (
        <p className="note" role="status">
          {t('submissions.decided', { status: t(`submissionStatus.${decided}`) })}
        </p>
      )}
      {open.length === 0 ? (
        <p>{t('submissions.nothingToDecide')}</p>
      ) : (
        <Form
          form={form}
          layout="vertical"
          className="form framed decide"
          requiredMark={false}
          onValuesChange={() => form.setFields([{ name: 'comment', errors: [] }])}
        >
          {open.map(({ hint }) => hint && <p key={hint}>{t(`submissions.${hint}`)}</p>)}
          {open.some(({ reasoned }) => reasoned) && (
            <Form.Item name="comment" label={t('submissions.comment')} extra={t('submissions.commentHint')}>
              <Input.TextArea rows={2} maxLength={2000} />
            </Form.Item>
          )}
          {deciding.error && <ProblemAlert error={deciding.error} />}
          <div className="buttons">
            {open.map((choice, index) => (
              <button
                key={choice.status}
                type="button"
                className={index === 0 && !choice.reasoned ? 'button primary' : 'button plain'}
                disabled={deciding.isPending}
                onClick={() => decide(choice)}
              >
                {t(`submissions.${choice.word}`)}
              </button>
            ))}
          </div>
        </Form>
      )}
    </>
  );
}
