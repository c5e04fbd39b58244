import { Form, Input } from 'antd';
import { useWords } from '../../i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SideSheet } from '../../ui/SideSheet';
import { useDrawUpPlan } from './plans.api';

interface Props {
  onClose: () => void;
  onDrawnUp: (planId: string) => void;
}

/** Begins a plan as a draft; its life is told on the plan's own page. */
export function DrawUpPlanSheet({ onClose, onDrawnUp }: Props) {
  const { t } = useWords();
  const drawing = useDrawUpPlan();
  const required = { required: true, whitespace: true, message: t('frame.required') };
  return (
    <SideSheet title={t('plans.drawUp')} onClose={onClose}>
      <Form<{ period: string; title: string }>
        layout="vertical"
        className="form"
        requiredMark={false}
        onFinish={({ period, title }) =>
          drawing.mutate(
            { period: period.trim(), title: title.trim(), status: 'draft' },
            { onSuccess: ({ id }) => onDrawnUp(id) },
          )
        }
      >
        <Form.Item
          name="period"
          label={t('plans.period')}
          extra={t('plans.periodHint')}
          rules={[required, { pattern: /^\s*\d{4}(\/\d{4})?\s*$/, message: t('plans.periodHint') }]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="title" label={t('plans.planTitle')} rules={[required]}>
          <Input />
        </Form.Item>
        {drawing.error && <ProblemAlert error={drawing.error} />}
        <div>
          <button type="submit" className="button primary" disabled={drawing.isPending}>
            {t('plans.drawUp')}
          </button>
        </div>
      </Form>
    </SideSheet>
  );
}
