import { Form, Input } from 'antd';
import { useState } from 'react';
import { useSession } from '../../frame/session';
import { useWords } from '../../i18n';
import { day } from '../../ui/day';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { type Observation, useWithdraw } from './observations.api';

/** Says that a figure was withdrawn, or lets its recorder or an approver withdraw it. */
export function Withdraw({ figure }: { figure: Observation }) {
  const { t, language } = useWords();
  const { me, may } = useSession();
  const [asking, setAsking] = useState(false);
  const withdrawing = useWithdraw(figure.id);
  if (figure.withdrawal) {
    const { withdrawnOn, recordedBy, reason } = figure.withdrawal;
    return (
      <p className="caution">
        {t('withdrawal.done', { day: day(withdrawnOn, language), by: recordedBy })} {reason}
      </p>
    );
  }
  if (!may('approver') && !(may('officer') && me?.user.username === figure.recordedBy)) return null;
  if (!asking) {
    return (
      <button type="button" className="link" onClick={() => setAsking(true)}>
        {t('withdrawal.ask')}
      </button>
    );
  }
  return (
    <Form<{ reason: string }>
      layout="vertical"
      className="form framed"
      requiredMark={false}
      onFinish={({ reason }) => withdrawing.mutate({ reason: reason.trim() })}
    >
      <p className="under">{t('withdrawal.hint')}</p>
      <Form.Item
        name="reason"
        label={t('withdrawal.reason')}
        rules={[{ required: true, whitespace: true, message: t('frame.required') }]}
      >
        <Input />
      </Form.Item>
      {withdrawing.error && <ProblemAlert error={withdrawing.error} />}
      <div>
        <button type="submit" className="button primary" disabled={withdrawing.isPending}>
          {t('withdrawal.submit')}
        </button>
      </div>
    </Form>
  );
}
