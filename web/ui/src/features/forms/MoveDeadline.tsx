import { Form, Input, Select } from 'antd';
import { useWords } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { today } from '../../ui/day';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { periodContaining, periodInWords } from '../../ui/period';
import { type NewDeadline, periodsAround, type ReportingForm, useMoveDeadline } from './forms.api';

/** Another deadline for one period, and why. */
export function MoveDeadline({ form }: { form: ReportingForm }) {
  const { t, language } = useWords();
  const moving = useMoveDeadline(form);
  const [fields] = Form.useForm<NewDeadline & { period: string }>();
  const required = { required: true, whitespace: true, message: t('frame.required') };
  return (
    <Form<NewDeadline & { period: string }>
      form={fields}
      layout="vertical"
      className="form framed"
      requiredMark={false}
      initialValues={{ period: periodContaining(form.frequency, today()) }}
      onFinish={(values) => moving.mutate(values, { onSuccess: () => fields.resetFields() })}
    >
      <div className="form-row">
        <Form.Item name="period" label={t('forms.period')} rules={[required]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={periodsAround(form.frequency, today()).map((value) => ({
              value,
              label: periodInWords(value, language),
            }))}
          />
        </Form.Item>
        <Form.Item name="dueOn" label={t('forms.dueOn')} rules={[required]}>
          <DayInput />
        </Form.Item>
      </div>
      <Form.Item name="reason" label={t('forms.reason')} rules={[required]}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      {moving.isSuccess && (
        <p className="note" role="status">
          {t('forms.moved')}
        </p>
      )}
      {moving.error && <ProblemAlert error={moving.error} />}
      <div>
        <button type="submit" className="button plain" disabled={moving.isPending}>
          {t('forms.saveDeadline')}
        </button>
      </div>
    </Form>
  );
}
