import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { named, unitOf, useWords } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { DecimalInput, useDecimalReader, useDecimalRule } from '../../ui/DecimalInput';
import { typed } from '../../ui/decimal';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { measuredQuery, placesQuery, scenarios, type Trajectory, useSetTrajectory } from './trajectories.api';

interface TypedCheckpoint {
  scenario: (typeof scenarios)[number];
  indicator: string;
  area?: string;
  subgroup?: string;
  period: string;
  /** as typed, in the reader's number format */
  amount: string;
}

interface Typed {
  checkpoints: TypedCheckpoint[];
  source: string;
  decidedOn?: string;
  reason: string;
}

/** The checkpoints of the next version: it starts from the newest one and replaces it as a whole. */
export function TrajectoryForm({ trajectory, onSaved }: { trajectory: Trajectory; onSaved: () => void }) {
  const { t, language } = useWords();
  const indicators = useQuery(measuredQuery);
  const areas = useQuery(placesQuery);
  // What the editor started from: whoever saves meanwhile is not overwritten.
  const [seen] = useState(trajectory.newest);
  const setting = useSetTrajectory(trajectory.target, seen);
  const decimal = useDecimalRule();
  const read = useDecimalReader();
  const [form] = Form.useForm<Typed>();
  const rows = Form.useWatch('checkpoints', form) ?? [];
  const required = { required: true, whitespace: true, message: t('frame.required') };
  const measured = (code: string | undefined) => indicators.data?.find((one) => one.code === code);
  const places = areas.data?.map(({ id, name }) => ({ value: id, label: name }));
  const own: Partial<TypedCheckpoint> = {
    scenario: 'base',
    indicator: trajectory.indicator,
    area: trajectory.area,
    subgroup: trajectory.subgroup,
  };

  const save = ({ checkpoints, source, decidedOn, reason }: Typed) =>
    setting.mutate(
      {
        checkpoints: checkpoints.map(({ scenario, indicator, area, subgroup, period, amount }) => ({
          scenario,
          indicator,
          ...(area ? { area } : {}),
          ...(subgroup ? { subgroup } : {}),
          period: period.trim(),
          amount: read(amount) ?? '',
          unit: measured(indicator)?.unit ?? trajectory.unit,
        })),
        source: source.trim(),
        reason: reason.trim(),
        ...(decidedOn ? { decidedOn } : {}),
      },
      { onSuccess: onSaved },
    );

  return (
    <Form<Typed>
      form={form}
      name="trajectory"
      layout="vertical"
      className="form framed"
      requiredMark={false}
      initialValues={{
        checkpoints: trajectory.checkpoints.map((one) => ({ ...one, amount: typed(one.amount, language) })),
        source: '',
        reason: '',
      }}
      onFinish={save}
    >
      <p className="under">{t('trajectories.hint')}</p>
      <Form.List name="checkpoints">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field, i) => {
              const of = measured(rows[field.name]?.indicator);
              return (
                <fieldset key={field.key} className="framed">
                  <legend>{t('trajectories.checkpoint', { n: i + 1 })}</legend>
                  <div className="form-row">
                    <Form.Item
                      name={[field.name, 'period']}
                      label={t('trajectories.months')}
                      extra={t('trajectories.monthsHint')}
                      rules={[required]}
                    >
                      <Input autoComplete="off" />
                    </Form.Item>
                    <Form.Item name={[field.name, 'scenario']} label={t('trajectories.scenario')}>
                      <Select
                        options={scenarios.map((value) => ({ value, label: t(`scenario.${value}`) }))}
                      />
                    </Form.Item>
                    <Form.Item
                      name={[field.name, 'amount']}
                      label={t('trajectories.amount')}
                      rules={[decimal]}
                    >
                      <DecimalInput unit={of ? unitOf(of, language) : trajectory.unit} />
                    </Form.Item>
                  </div>
                  <div className="form-row">
                    <Form.Item name={[field.name, 'indicator']} label={t('trajectories.indicator')}>
                      <Select
                        showSearch={{ optionFilterProp: 'label' }}
                        options={indicators.data
                          ?.filter(({ retired }) => !retired)
                          .map((one) => ({ value: one.code, label: named(one, language) }))}
                      />
                    </Form.Item>
                    <Form.Item name={[field.name, 'area']} label={t('trajectories.area')}>
                      <Select showSearch={{ optionFilterProp: 'label' }} options={places} />
                    </Form.Item>
                    <Form.Item name={[field.name, 'subgroup']} label={t('trajectories.subgroup')}>
                      <Input autoComplete="off" />
                    </Form.Item>
                  </div>
                  <button type="button" className="button plain" onClick={() => remove(field.name)}>
                    {t('trajectories.remove', { n: i + 1 })}
                  </button>
                </fieldset>
              );
            })}
            <div>
              <button type="button" className="button plain" onClick={() => add(own)}>
                {t('trajectories.add')}
              </button>
            </div>
          </>
        )}
      </Form.List>
      {rows.length === 0 && <p className="caution">{t('trajectories.empty')}</p>}
      <div className="form-row">
        <Form.Item name="source" label={t('trajectories.source')} rules={[required]}>
          <Input />
        </Form.Item>
        <Form.Item name="decidedOn" label={t('trajectories.decidedOn')}>
          <DayInput />
        </Form.Item>
      </div>
      <Form.Item name="reason" label={t('trajectories.reason')} rules={[required]}>
        <Input.TextArea rows={2} />
      </Form.Item>
      {setting.error && <ProblemAlert error={setting.error} />}
      <div>
        <button type="submit" className="button primary" disabled={setting.isPending}>
          {t('trajectories.save')}
        </button>
      </div>
    </Form>
  );
}
