import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { named, unitOf, useWords } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { DecimalInput, useDecimalReader, useDecimalRule } from '../../ui/DecimalInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { AimFields, aimOf, PaperField, type TypedAim } from './AimFields';
import {
  authorities,
  bases,
  currentOf,
  measuresQuery,
  placesQuery,
  responsibleQuery,
  strictnesses,
  type Target,
  useSetTarget,
} from './targets.api';

interface Typed extends TypedAim {
  indicator: string;
  area?: string;
  assignedTo?: string;
  subgroup?: string;
  named?: { name: string; area?: string }[];
  authority: (typeof authorities)[number];
  period: string;
  basis: (typeof bases)[number];
  baselineAmount?: string;
  baselinePeriod?: string;
  wording: string;
  source: string;
  instrument?: string;
  reason?: string;
  decidedOn?: string;
  strictness: (typeof strictnesses)[number];
  focus?: string;
  weight?: string;
}

interface Props {
  planId: string;
  /** the plan's, which most targets have too */
  period: string;
  /** past its draft, where a target names its paper or says why there is none */
  adopted: boolean;
  /** the target whose part the new one is */
  whole: Target | undefined;
  onSaved: (targetId: string) => void;
}

export function NewTargetForm({ planId, period, adopted, whole, onSaved }: Props) {
  const { t, language } = useWords();
  const indicators = useQuery(measuresQuery);
  const areas = useQuery(placesQuery);
  const units = useQuery(responsibleQuery);
  const setting = useSetTarget(planId);
  const optionalDecimal = useDecimalRule({ optional: true });
  const read = useDecimalReader();
  const [form] = Form.useForm<Typed>();
  const code = Form.useWatch('indicator', form) ?? whole?.indicator;
  const indicator = indicators.data?.find((one) => one.code === code);
  const unit = indicator ? unitOf(indicator, language) : '';
  const required = { required: true, whitespace: true, message: t('frame.required') };
  const places = areas.data
    ?.filter(({ validTo }) => !validTo)
    .map(({ id, name }) => ({ value: id, label: name }));

  const save = (values: Typed) => {
    const baseline = read(values.baselineAmount);
    const weight = read(values.weight);
    const text = (name: 'subgroup' | 'focus' | 'reason') => {
      const given = values[name]?.trim();
      return given ? { [name]: given } : {};
    };
    setting.mutate(
      {
        indicator: values.indicator,
        unit: indicator?.unit ?? '',
        authority: values.authority,
        period: values.period.trim(),
        basis: values.basis,
        wording: values.wording.trim(),
        source: values.source.trim(),
        strictness: values.strictness,
        ...(whole ? { parent: whole.id } : {}),
        ...(values.area ? { area: values.area } : {}),
        ...(values.assignedTo ? { assignedTo: values.assignedTo } : {}),
        ...(values.instrument ? { instrument: values.instrument } : {}),
        ...(values.decidedOn ? { decidedOn: values.decidedOn } : {}),
        ...text('subgroup'),
        ...text('focus'),
        ...text('reason'),
        ...(values.named?.length
          ? {
              named: values.named.map(({ name, area }) => ({
                name: name.trim(),
                ...(area ? { area } : {}),
              })),
            }
          : {}),
        ...aimOf(values, read),
        ...(baseline !== undefined && values.baselinePeriod
          ? { baseline: { amount: baseline, period: values.baselinePeriod.trim() } }
          : {}),
        ...(weight === undefined ? {} : { weight }),
      },
      { onSuccess: ({ id }) => onSaved(id) },
    );
  };

  return (
    <Form<Typed>
      form={form}
      name="target"
      layout="vertical"
      className="form"
      requiredMark={false}
      initialValues={{
        indicator: whole?.indicator,
        period: whole?.period ?? period,
        basis: whole?.basis ?? 'period',
        authority: whole?.authority ?? 'council',
        strictness: whole?.strictness ?? 'binding',
        comparator: whole ? currentOf(whole).comparator : 'at-least',
      }}
      onFinish={save}
    >
      <Form.Item name="indicator" label={t('targets.indicator')} rules={[required]}>
        <Select
          disabled={whole !== undefined}
          showSearch={{ optionFilterProp: 'label' }}
          options={indicators.data
            ?.filter(({ retired }) => !retired)
            .map((one) => ({ value: one.code, label: named(one, language) }))}
        />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="assignedTo" label={t('targets.assignedTo')} extra={t('targets.assignedToHint')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={units.data
              ?.filter(({ validTo }) => !validTo)
              .map((one) => ({ value: one.id, label: named(one, language) }))}
          />
        </Form.Item>
        <Form.Item name="area" label={t('targets.area')} extra={t('targets.areaHint')}>
          <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={places} />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name="period" label={t('targets.period')} rules={[required]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="basis" label={t('targets.basis')}>
          <Select options={bases.map((value) => ({ value, label: t(`basis.${value}`) }))} />
        </Form.Item>
      </div>
      <AimFields unit={unit} />
      <Form.Item name="wording" label={t('targets.wording')} rules={[required]}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Form.Item name="source" label={t('targets.newSource')} rules={[required]}>
        <Input />
      </Form.Item>
      <div className="form-row">
        <PaperField />
        <Form.Item name="decidedOn" label={t('targets.decidedOn')}>
          <DayInput />
        </Form.Item>
      </div>
      {adopted && (
        <Form.Item
          name="reason"
          label={t('targets.withoutPaper')}
          extra={t('targets.withoutPaperHint')}
          dependencies={['instrument']}
          rules={[
            ({ getFieldValue }) => ({
              validator: async (_, value: string | undefined) => {
                if (!getFieldValue('instrument') && !value?.trim()) throw new Error(t('frame.required'));
              },
            }),
          ]}
        >
          <Input.TextArea rows={2} />
        </Form.Item>
      )}
      <div className="form-row">
        <Form.Item name="authority" label={t('targets.authority')}>
          <Select options={authorities.map((value) => ({ value, label: t(`authority.${value}`) }))} />
        </Form.Item>
        <Form.Item name="strictness" label={t('targets.strictness')}>
          <Select options={strictnesses.map((value) => ({ value, label: t(`strictness.${value}`) }))} />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name="baselineAmount" label={t('targets.baselineAmount')} rules={[optionalDecimal]}>
          <DecimalInput unit={unit} readBack={false} />
        </Form.Item>
        <Form.Item
          name="baselinePeriod"
          label={t('targets.baselinePeriod')}
          dependencies={['baselineAmount']}
          rules={[
            ({ getFieldValue }) => ({
              validator: async (_, value: string | undefined) => {
                if (Boolean(getFieldValue('baselineAmount')?.trim()) !== Boolean(value?.trim())) {
                  throw new Error(t('targets.baselineBoth'));
                }
              },
            }),
          ]}
        >
          <Input autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="subgroup" label={t('targets.subgroup')} extra={t('targets.subgroupHint')}>
        <Input />
      </Form.Item>
      <Form.List name="named">
        {(entities, { add, remove }) => (
          <fieldset className="framed">
            <legend>{t('targets.named')}</legend>
            {entities.map(({ key, name }) => (
              <div className="form-row" key={key}>
                <Form.Item name={[name, 'name']} label={t('targets.namedName')} rules={[required]}>
                  <Input />
                </Form.Item>
                <Form.Item name={[name, 'area']} label={t('targets.namedArea')}>
                  <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={places} />
                </Form.Item>
                <button
                  type="button"
                  className="link"
                  aria-label={t('targets.removeNamed', { n: name + 1 })}
                  onClick={() => remove(name)}
                >
                  {t('units.remove')}
                </button>
              </div>
            ))}
            <button type="button" className="button plain" onClick={() => add()}>
              {t('targets.addNamed')}
            </button>
          </fieldset>
        )}
      </Form.List>
      <div className="form-row">
        <Form.Item name="focus" label={t('targets.focus')}>
          <Input />
        </Form.Item>
        <Form.Item name="weight" label={t('targets.weight')} rules={[optionalDecimal]}>
          <DecimalInput unit="" readBack={false} />
        </Form.Item>
      </div>
      {setting.error && <ProblemAlert error={setting.error} />}
      <div>
        <button type="submit" className="button primary" disabled={setting.isPending || !indicator}>
          {t(whole ? 'targets.subAssign' : 'targets.add')}
        </button>
      </div>
    </Form>
  );
}
