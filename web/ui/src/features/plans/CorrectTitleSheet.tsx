import { Form, Input } from 'antd';
import { CorrectionForm } from '../../frame/CorrectionForm';
import { useWords } from '../../i18n';
import { SideSheet } from '../../ui/SideSheet';
import { type Plan, useCorrectTitle } from './plans.api';

interface Props {
  plan: Plan;
  reload: () => Promise<Plan | undefined>;
  onClose: () => void;
  onCorrected: () => void;
}

export function CorrectTitleSheet({ plan, reload, onClose, onCorrected }: Props) {
  const { t } = useWords();
  const correcting = useCorrectTitle();
  return (
    <SideSheet title={t('plans.correctTitle')} onClose={onClose}>
      <CorrectionForm
        current={plan}
        reload={reload}
        fieldsOf={({ title }) => ({ title })}
        lineOf={({ title, status }) => `${title} · ${t(`planStatus.${status}`)}`}
        correcting={correcting}
        hint={t('plans.correctTitleHint')}
        onCorrected={onCorrected}
      >
        {() => (
          <Form.Item
            name="title"
            label={t('plans.planTitle')}
            rules={[{ required: true, whitespace: true, message: t('frame.required') }]}
          >
            <Input.TextArea rows={2} />
          </Form.Item>
        )}
      </CorrectionForm>
    </SideSheet>
  );
}
