import { Form, Input, Select } from 'antd';
import { useAsOf } from '../../frame/asOf';
import { unitOf, useWords } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { DecimalInput, useDecimalReader, useDecimalRule } from '../../ui/DecimalInput';
import { FigurePreview } from '../../ui/FigureChecks';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { likelyPeriod, periodByCalendar, periodInWords, periodsWithin } from '../../ui/period';
import {
  type Calendar,
  calendars,
  type Observation,
  observationStatuses,
  previewQuery,
  useRecordObservation,
} from './observations.api';

interface Props {
  indicator: { code: string; unit: string; unitEn?: string | null };
  /** the target's period, whose parts may be reported too */
  period: string | undefined;
  area: string | undefined;
  subgroup: string | undefined;
  onRecorded: () => void;
}

interface Typed {
  period: string;
  calendar: Calendar;
  status: Observation['status'];
  /** as typed, in the reader's number format */
  amount: string;
  knownOn?: string;
  source: string;
  note?: string;
}

/** Adds one figure: what was typed is read back in the reader's words before it is sent as an exact decimal. */
export function RecordForm({ indicator, period, area, subgroup, onRecorded }: Props) {
  const { t, language } = useWords();
  const asOf = useAsOf();
  const recording = useRecordObservation();
  const decimal = useDecimalRule();
  const read = useDecimalReader();
  const whole = period ?? asOf.slice(0, 4);
  const [form] = Form.useForm<Typed>();
  const amount = read(Form.useWatch('amount', form));
  const chosen = Form.useWatch('period', form);
  const calendar = Form.useWatch('calendar', form);
  const status = Form.useWatch('status', form);
  const candidate =
    amount !== undefined && chosen && calendar && status
      ? {
          indicator: indicator.code,
          area,
          subgroup,
          period: chosen,
          calendar,
          amount,
          unit: indicator.unit,
          status,
        }
      : undefined;
  const required = { required: true, whitespace: true, message: t('frame.required') };

  const record = ({ amount, source, note, ...rest }: Typed) =>
    recording.mutate(
      {
        ...rest,
        indicator: indicator.code,
        ...(area ? { area } : {}),
        ...(subgroup ? { subgroup } : {}),
        amount: read(amount) ?? '',
        unit: indicator.unit,
        source: source.trim(),
        ...(note?.trim() ? { note: note.trim() } : {}),
      },
      { onSuccess: onRecorded },
    );

  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      className="form framed"
      requiredMark={false}
      initialValues={{ period: likelyPeriod(whole, asOf), calendar: 'civil', status: 'outturn' }}
      onFinish={record}
    >
      <h4>{t('observations.add')}</h4>
      <p className="under">{t('observations.addHint')}</p>
      <div className="form-row">
        <Form.Item name="period" label={t('observations.period')} rules={[required]}>
          <Select
            options={periodsWithin(whole).map((value) => ({ value, label: periodInWords(value, language) }))}
          />
        </Form.Item>
        <Form.Item name="status" label={t('observations.status')} rules={[required]}>
          <Select
            options={observationStatuses.map((value) => ({ value, label: t(`observationStatus.${value}`) }))}
          />
        </Form.Item>
      </div>
      <Form.Item
        name="calendar"
        label={t('observations.calendar')}
        extra={calendar === 'legal' && chosen ? periodByCalendar(chosen, calendar, language) : undefined}
      >
        <Select options={calendars.map((value) => ({ value, label: t(`calendar.${value}`) }))} />
      </Form.Item>
      <Form.Item name="amount" label={t('observations.amount')} rules={[decimal]}>
        <DecimalInput unit={unitOf(indicator, language)} />
      </Form.Item>
      <FigurePreview candidate={candidate} query={previewQuery} indicator={indicator} />
      <div className="form-row">
        <Form.Item
          name="source"
          label={t('observations.source')}
          rules={[required]}
          extra={t('observations.sourceHint')}
        >
          <Input />
        </Form.Item>
        <Form.Item name="knownOn" label={t('observations.knownOn')} extra={t('observations.knownOnHint')}>
          <DayInput />
        </Form.Item>
      </div>
      <Form.Item name="note" label={t('observations.note')}>
        <Input.TextArea rows={2} />
      </Form.Item>
      {recording.error && <ProblemAlert error={recording.error} />}
      <div>
        <button type="submit" className="button primary" disabled={recording.isPending}>
          {t('observations.submit')}
        </button>
      </div>
    </Form>
  );
}
