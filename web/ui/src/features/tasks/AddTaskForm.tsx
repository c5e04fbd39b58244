import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { named, useWords, type Word } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { periodInWords } from '../../ui/period';
import {
  doersQuery,
  type NewTask,
  plansToServeQuery,
  targetsToServeQuery,
  taskWordsQuery,
  useAddTask,
} from './tasks.api';

interface Props {
  /** the case in which it is agreed, with its plan */
  agreedIn?: { id: string; plan: string; unit?: string | null };
  onAdded: (title: string) => void;
}

/** What a unit has to do until when; of a case the plan and its target are known. */
export function AddTaskForm({ agreedIn, onAdded }: Props) {
  const { t, language } = useWords();
  const [form] = Form.useForm<NewTask>();
  const plan = Form.useWatch('plan', form) ?? agreedIn?.plan;
  const plans = useQuery(plansToServeQuery);
  const units = useQuery(doersQuery);
  const words = useQuery(taskWordsQuery(plan));
  const targets = useQuery(targetsToServeQuery(plan));
  const adding = useAddTask();
  const required = { required: true, whitespace: true, message: t('frame.required') };
  const doers = units.data
    ?.filter(({ validTo }) => !validTo)
    .map((unit) => ({ value: unit.id, label: named(unit, language) }));
  return (
    <Form<NewTask>
      name="new-task"
      form={form}
      layout="vertical"
      className={agreedIn ? 'form framed' : 'form'}
      requiredMark={false}
      initialValues={{ plan: agreedIn?.plan, unit: agreedIn?.unit ?? undefined }}
      onFinish={({ plan: chosen, title, detail, unit, coordinators, dueOn, statement, targets: served }) =>
        adding.mutate(
          {
            plan: agreedIn?.plan ?? chosen,
            title,
            unit,
            dueOn,
            coordinators: coordinators ?? [],
            targets: served ?? [],
            ...(detail?.trim() ? { detail: detail.trim() } : {}),
            ...(statement ? { statement } : {}),
            ...(agreedIn ? { agreedIn: agreedIn.id } : {}),
          },
          {
            onSuccess: ({ title: made }) => {
              form.resetFields();
              onAdded(made);
            },
          },
        )
      }
    >
      {!agreedIn && (
        <Form.Item name="plan" label={t('tasks.plan')} rules={[required]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={plans.data?.map(({ id, title, period }) => ({
              value: id,
              label: `${title} (${periodInWords(period, language)})`,
            }))}
          />
        </Form.Item>
      )}
      <Form.Item name="title" label={t('tasks.name')} rules={[required]}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="detail" label={t('tasks.detail')}>
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="unit" label={t('tasks.unit')} rules={[required]}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={doers} />
        </Form.Item>
        <Form.Item name="dueOn" label={t('tasks.dueOn')} rules={[required]}>
          <DayInput />
        </Form.Item>
      </div>
      <Form.Item name="coordinators" label={t('tasks.coordinators')}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={doers} />
      </Form.Item>
      {!agreedIn && (
        <>
          <Form.Item name="targets" label={t('tasks.targets')}>
            <Select
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              options={targets.data?.map(({ id, indicator, authority, subgroup, area, wording }) => ({
                value: id,
                label: [
                  named(indicator, language),
                  t(`authority.${authority as Word<'authority'>}`),
                  subgroup,
                  area.name,
                  `“${wording}”`,
                ]
                  .filter(Boolean)
                  .join(' · '),
              }))}
            />
          </Form.Item>
          <Form.Item name="statement" label={t('tasks.statement')} extra={t('tasks.statementHint')}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={words.data?.map(({ code, quote }) => ({ value: code, label: `${code} · ${quote}` }))}
            />
          </Form.Item>
        </>
      )}
      {adding.error && <ProblemAlert error={adding.error} />}
      <div>
        <button type="submit" className="button primary" disabled={adding.isPending}>
          {t('tasks.submit')}
        </button>
      </div>
    </Form>
  );
}
