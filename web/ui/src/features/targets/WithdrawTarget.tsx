import { Form, Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { day } from '../../ui/day';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { PaperField } from './AimFields';
import { type Tagged, type Target, useWithdrawTarget } from './targets.api';

interface Typed {
  reason: string;
  decidedOn?: string;
  instrument?: string;
}

/** Says that a target was taken back, by whom and why. */
export function Withdrawn({ target }: { target: Target }) {
  const { t, language } = useWords();
  if (!target.withdrawn) return null;
  const { on, recordedBy, reason, instrument } = target.withdrawn;
  return (
    <p className="caution">
      {on
        ? t('targets.withdrawnOn', { day: day(on, language), by: recordedBy })
        : t('targets.withdrawnDraft', { by: recordedBy })}{' '}
      {reason}
      {instrument && ` (${instrument.number})`}
    </p>
  );
}

/** Takes a target back: out of a draft as a mistake, later by a paper. */
export function WithdrawTarget({ tagged, adopted }: { tagged: Tagged; adopted: boolean }) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const withdrawing = useWithdrawTarget(tagged.value.id, tagged.etag);
  if (!asking) {
    return (
      <button type="button" className="link" onClick={() => setAsking(true)}>
        {t('targets.withdraw')}
      </button>
    );
  }
  return (
    <Form<Typed>
      layout="vertical"
      className="form framed"
      requiredMark={false}
      onFinish={({ reason, decidedOn, instrument }) =>
        withdrawing.mutate({
          reason: reason.trim(),
          ...(decidedOn ? { decidedOn } : {}),
          ...(instrument ? { instrument } : {}),
        })
      }
    >
      <p className="under">{t(adopted ? 'targets.withdrawByPaper' : 'targets.withdrawMistake')}</p>
      <Form.Item
        name="reason"
        label={t('targets.reason')}
        rules={[{ required: true, whitespace: true, message: t('frame.required') }]}
      >
        <Input />
      </Form.Item>
      {adopted && (
        <>
          <Form.Item name="decidedOn" label={t('targets.decidedOn')} extra={t('targets.decidedOnHint')}>
            <DayInput />
          </Form.Item>
          <PaperField required />
        </>
      )}
      {withdrawing.error && <ProblemAlert error={withdrawing.error} />}
      <div>
        <button type="submit" className="button primary" disabled={withdrawing.isPending}>
          {t('targets.withdraw')}
        </button>
      </div>
    </Form>
  );
}
