import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useWords } from '../../i18n';
import { type Comparator, comparators, fieldsOf } from '../../ui/comparator';
import { DayInput } from '../../ui/DayInput';
import { DecimalInput, type useDecimalReader, useDecimalRule } from '../../ui/DecimalInput';
import { papersQuery } from './targets.api';

/** What is aimed at, as a form holds it. */
export interface TypedAim {
  comparator: Comparator;
  /** as typed, in the reader's number format */
  amount?: string;
  amountHigh?: string;
  date?: string;
}

/** Just the values that the comparator needs. */
export function aimOf(values: TypedAim, read: ReturnType<typeof useDecimalReader>) {
  const fields = fieldsOf(values.comparator);
  const amount = fields.amount ? read(values.amount) : undefined;
  const amountHigh = fields.amountHigh ? read(values.amountHigh) : undefined;
  return {
    comparator: values.comparator,
    ...(amount === undefined ? {} : { amount }),
    ...(amountHigh === undefined ? {} : { amountHigh }),
    ...(fields.date && values.date ? { date: values.date } : {}),
  };
}

/** The comparator with the fields that it needs. */
export function AimFields({ unit }: { unit: string }) {
  const { t } = useWords();
  const decimal = useDecimalRule();
  const ifStated = useDecimalRule({ optional: true });
  const required = { required: true, whitespace: true, message: t('frame.required') };
  return (
    <>
      <Form.Item name="comparator" label={t('targets.comparator')} rules={[required]}>
        <Select options={comparators.map((value) => ({ value, label: t(`comparator.${value}`) }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['comparator']}>
        {({ getFieldValue }) => {
          const comparator: Comparator = getFieldValue('comparator');
          const fields = fieldsOf(comparator);
          return (
            <div className="form-row">
              {fields.amount && (
                <Form.Item name="amount" label={t('targets.amount')} rules={[decimal]}>
                  <DecimalInput unit={unit} />
                </Form.Item>
              )}
              {fields.amountHigh && (
                <Form.Item
                  name="amountHigh"
                  label={t(comparator === 'range' ? 'targets.amountHigh' : 'targets.of')}
                  rules={[comparator === 'rank-at-most' ? ifStated : decimal]}
                >
                  <DecimalInput unit={unit} />
                </Form.Item>
              )}
              {fields.date && (
                <Form.Item name="date" label={t('targets.date')} rules={[required]}>
                  <DayInput />
                </Form.Item>
              )}
            </div>
          );
        }}
      </Form.Item>
    </>
  );
}

/** The paper that decides, where the province keeps it. */
export function PaperField({ required = false }: { required?: boolean }) {
  const { t } = useWords();
  const papers = useQuery(papersQuery);
  return (
    <Form.Item
      name="instrument"
      label={t('targets.instrument')}
      extra={t('targets.instrumentHint')}
      rules={required ? [{ required, message: t('frame.required') }] : []}
    >
      <Select
        allowClear={!required}
        showSearch={{ optionFilterProp: 'label' }}
        options={papers.data?.map(({ id, number, title }) => ({
          value: id,
          label: `${number} · ${title}`,
        }))}
      />
    </Form.Item>
  );
}
