import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { Problem } from '../../api/problem';
import { useAsOf } from '../../frame/asOf';
import { useWords } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { DecimalInput, useDecimalReader, useDecimalRule } from '../../ui/DecimalInput';
import { moment } from '../../ui/day';
import { formatPerCent, perCent, ratioOf, typed } from '../../ui/decimal';
import { Loaded } from '../../ui/Loaded';
import { Overtaken } from '../../ui/Overtaken';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SideSheet } from '../../ui/SideSheet';
import { orderFault } from './order';
import {
  type Choice,
  type Cut,
  ceilingIndexes,
  cuts,
  rangesMet,
  type Scope,
  type Threshold,
  thresholdQuery,
  useSaveThreshold,
} from './thresholds.api';

interface Props {
  scope: Scope;
  name: string;
  /** what holds while there is no threshold of its own */
  inherited: Pick<Threshold, Cut | 'staleFrom' | Choice>;
  /** what stands above the form: where an indicator's threshold is set for */
  children?: ReactNode;
  onClose: () => void;
  onSaved: () => void;
}

type Seen = { value: Threshold; etag: string } | null;

export function ThresholdEditor(props: Props) {
  const { t } = useWords();
  const threshold = useQuery(thresholdQuery(props.scope));
  const title = t(threshold.data === null ? 'thresholds.createOf' : 'thresholds.editOf', {
    name: props.name,
  });
  return (
    <SideSheet title={title} onClose={props.onClose}>
      {props.children}
      <Loaded query={threshold}>
        {(current) => (
          <Editor
            {...props}
            current={current}
            reload={() => threshold.refetch().then(({ data }) => data ?? null)}
          />
        )}
      </Loaded>
    </SideSheet>
  );
}

/** Cut points as typed, in per cent. */
type Typed = Record<Cut, string> &
  Pick<Threshold, Choice> & { staleFrom: number; validFrom: string; reason: string };

function Editor({
  scope,
  inherited,
  current,
  reload,
  onSaved,
}: Props & { current: Seen; reload: () => Promise<Seen> }) {
  const { t, language } = useWords();
  const [form] = Form.useForm<Typed>();
  const asOf = useAsOf();
  // What the editor started from. Saving is refused when someone has saved since; then the newer one is taken by hand.
  const [seen, setSeen] = useState(current);
  const [newer, setNewer] = useState<Seen>();
  const saving = useSaveThreshold(scope, seen?.etag);
  const decimal = useDecimalRule();
  const read = useDecimalReader();
  const start = seen?.value ?? inherited;
  const ratio = (text: string | undefined) => {
    const percentage = read(text);
    return percentage === undefined ? undefined : ratioOf(percentage);
  };

  const save = (values: Typed) =>
    saving.mutate(
      {
        ...(Object.fromEntries(cuts.map((cut) => [cut, ratio(values[cut]) ?? '0'])) as Record<Cut, string>),
        staleFrom: values.staleFrom,
        rangeMet: values.rangeMet,
        ceilingIndex: values.ceilingIndex,
        validFrom: values.validFrom,
        reason: values.reason.trim(),
      },
      {
        onSuccess: onSaved,
        onError: (refusal) => {
          if (refusal instanceof Problem && refusal.status === 412) void reload().then(setNewer);
        },
      },
    );

  const cutField = (cut: Cut) => (
    <Form.Item
      key={cut}
      name={cut}
      label={t(`thresholds.${cut}`)}
      dependencies={cut === 'behindFrom' ? ['onTrackFrom'] : cut === 'openFrom' ? ['likelyFrom'] : []}
      rules={[
        decimal,
        {
          validator: async () => {
            const values = Object.fromEntries(cuts.map((one) => [one, ratio(form.getFieldValue(one))]));
            const fault = orderFault(values, cut);
            if (fault) throw new Error(t(`thresholds.${fault}`));
          },
        },
      ]}
      required
    >
      <DecimalInput unit="%" readBack={false} />
    </Form.Item>
  );

  return (
    <Form
      form={form}
      layout="vertical"
      className="form"
      requiredMark={false}
      initialValues={{
        ...Object.fromEntries(cuts.map((cut) => [cut, typed(perCent(start[cut]), language)])),
        staleFrom: start.staleFrom,
        rangeMet: start.rangeMet,
        ceilingIndex: start.ceilingIndex,
        validFrom: seen?.value.validFrom ?? asOf,
        reason: '',
      }}
      onFinish={save}
    >
      <p className="under">{t('thresholds.perCentHint')}</p>
      <h3 className="section-title">{t('thresholds.endOfPeriod')}</h3>
      <div className="form-row">
        {cutField('exceededFrom')}
        {cutField('nearlyFrom')}
      </div>
      <h3 className="section-title">{t('thresholds.onTheWay')}</h3>
      <div className="form-row">
        {cutField('onTrackFrom')}
        {cutField('behindFrom')}
      </div>
      <h3 className="section-title">{t('thresholds.forecast')}</h3>
      <div className="form-row">
        {cutField('likelyFrom')}
        {cutField('openFrom')}
      </div>
      <Form.Item
        name="staleFrom"
        label={t('thresholds.staleFrom')}
        extra={t('thresholds.staleHint')}
        rules={[{ required: true, message: t('frame.required') }]}
      >
        <InputNumber min={1} max={120} precision={0} />
      </Form.Item>
      <h3 className="section-title">{t('thresholds.readings')}</h3>
      <div className="form-row">
        <Form.Item name="rangeMet" label={t('thresholds.rangeMet')}>
          <Select options={rangesMet.map((value) => ({ value, label: t(`rangeMet.${value}`) }))} />
        </Form.Item>
        <Form.Item name="ceilingIndex" label={t('thresholds.ceilingIndex')}>
          <Select options={ceilingIndexes.map((value) => ({ value, label: t(`ceilingIndex.${value}`) }))} />
        </Form.Item>
      </div>
      <div className="form-row">
        {cutField('tolerance')}
        <Form.Item
          name="validFrom"
          label={t('thresholds.validFrom')}
          rules={[{ required: true, message: t('frame.required') }]}
        >
          <DayInput />
        </Form.Item>
      </div>
      <Form.Item
        name="reason"
        label={t('thresholds.reason')}
        rules={[{ required: true, whitespace: true, message: t('frame.required') }]}
        extra={seen?.value.reason ? `${t('thresholds.lastReason')}: ${seen.value.reason}` : undefined}
      >
        <Input.TextArea rows={2} />
      </Form.Item>
      {newer !== undefined ? (
        <Overtaken
          title={t('thresholds.changed')}
          take={t('thresholds.reload')}
          onTake={() => {
            setSeen(newer);
            setNewer(undefined);
            saving.reset();
          }}
        >
          {newer && (
            <>
              {newer.value.recordedBy && (
                <p>
                  {t('thresholds.changedBy', {
                    by: newer.value.recordedBy,
                    at: newer.value.recordedAt ? moment(newer.value.recordedAt, language) : '',
                  })}
                </p>
              )}
              <p>
                {t('thresholds.changedNow', {
                  values: cuts
                    .map((cut) => `${t(`thresholds.${cut}`)} ${formatPerCent(newer.value[cut], language, 1)}`)
                    .join('; '),
                })}
              </p>
            </>
          )}
        </Overtaken>
      ) : (
        saving.error && <ProblemAlert error={saving.error} />
      )}
      <div>
        <button type="submit" className="button primary" disabled={saving.isPending || newer !== undefined}>
          {t('thresholds.submit')}
        </button>
      </div>
    </Form>
  );
}
