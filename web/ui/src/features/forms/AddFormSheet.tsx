import { Form, Input, Select } from 'antd';
import { useWords } from '../../i18n';
import { today } from '../../ui/day';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { periodContaining } from '../../ui/period';
import { SideSheet } from '../../ui/SideSheet';
import { described, FormFields } from './FormFields';
import { calendars, frequencies, type NewForm, type ReportingForm, useAddForm } from './forms.api';

interface Props {
  onClose: () => void;
  onAdded: (form: ReportingForm) => void;
}

export function AddFormSheet({ onClose, onAdded }: Props) {
  const { t } = useWords();
  const [form] = Form.useForm<NewForm>();
  const frequency = Form.useWatch('frequency', form) ?? 'month';
  const adding = useAddForm();
  const required = { required: true, whitespace: true, message: t('frame.required') };
  return (
    <SideSheet title={t('forms.add')} onClose={onClose}>
      <Form<NewForm>
        form={form}
        layout="vertical"
        className="form"
        requiredMark={false}
        initialValues={{
          frequency: 'month',
          calendar: 'civil',
          from: periodContaining('month', today()),
          dueDays: 5,
          remindDays: 3,
          lines: [{ place: 'own', span: 'period' }],
          units: [],
        }}
        onValuesChange={(change) =>
          change.frequency && form.setFieldsValue({ from: periodContaining(change.frequency, today()) })
        }
        onFinish={(values) => adding.mutate(described(values) as NewForm, { onSuccess: onAdded })}
      >
        <div className="form-row">
          <Form.Item name="code" label={t('forms.code')} extra={t('forms.codeHint')} rules={[required]}>
            <Input autoComplete="off" maxLength={40} />
          </Form.Item>
          <Form.Item name="frequency" label={t('forms.frequency')} rules={[required]}>
            <Select options={frequencies.map((value) => ({ value, label: t(`frequency.${value}`) }))} />
          </Form.Item>
        </div>
        <Form.Item name="calendar" label={t('forms.calendar')} rules={[required]}>
          <Select options={calendars.map((value) => ({ value, label: t(`calendar.${value}`) }))} />
        </Form.Item>
        <FormFields frequency={frequency} />
        {adding.error && <ProblemAlert error={adding.error} />}
        <div>
          <button type="submit" className="button primary" disabled={adding.isPending}>
            {t('forms.submit')}
          </button>
        </div>
      </Form>
    </SideSheet>
  );
}
