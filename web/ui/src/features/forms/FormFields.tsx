import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Select } from 'antd';
import { useRef } from 'react';
import { named, useWords } from '../../i18n';
import { today } from '../../ui/day';
import { periodInWords } from '../../ui/period';
import {
  askableQuery,
  askedQuery,
  type FormChange,
  periodsAround,
  places,
  type ReportingForm,
  spans,
} from './forms.api';

/** What a version of a form says, in a form that adds or changes one. */
export function FormFields({ frequency }: { frequency: ReportingForm['frequency'] }) {
  const { t, language } = useWords();
  const units = useQuery(askedQuery);
  const required = { required: true, whitespace: true, message: t('frame.required') };
  const number = { required: true, message: t('frame.required') };
  return (
    <>
      <Form.Item name="name" label={t('forms.name')} rules={[required]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('forms.nameEn')} rules={[required]}>
        <Input maxLength={200} />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="from" label={t('forms.from')} rules={[required]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={periodsAround(frequency, today()).map((value) => ({
              value,
              label: periodInWords(value, language),
            }))}
          />
        </Form.Item>
        <Form.Item name="remindDays" label={t('forms.remindDays')} rules={[number]}>
          <InputNumber min={0} max={60} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item name="dueDays" label={t('forms.dueDays')} extra={t('forms.dueDaysHint')} rules={[number]}>
        <InputNumber min={-31} max={120} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Lines />
      <Form.Item
        name="units"
        label={t('forms.units')}
        extra={t('forms.unitsHint')}
        rules={[{ required: true, type: 'array', min: 1, message: t('frame.required') }]}
      >
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={units.data
            ?.filter(({ validTo }) => !validTo)
            .map((unit) => ({ value: unit.id, label: named(unit, language) }))}
        />
      </Form.Item>
    </>
  );
}

/** The figures asked for. After a line is added or removed the cursor stands where one goes on. */
function Lines() {
  const { t, language } = useWords();
  const form = Form.useFormInstance<FormChange>();
  const indicators = useQuery(askableQuery);
  const adding = useRef<HTMLButtonElement>(null);
  const required = { required: true, message: t('frame.required') };
  const options = indicators.data
    ?.filter(({ formula, retired }) => !formula && !retired)
    .map((one) => ({ value: one.code, label: named(one, language) }));
  return (
    <Form.List name="lines">
      {(fields, { add, remove }) => (
        <section className="lines" aria-label={t('forms.lines')}>
          <h3 className="section-title">{t('forms.lines')}</h3>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="form framed line">
              <legend>{t('forms.line', { n: name + 1 })}</legend>
              <Form.Item name={[name, 'indicator']} label={t('forms.indicator')} rules={[required]}>
                <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
              </Form.Item>
              <div className="form-row">
                <Form.Item name={[name, 'place']} label={t('forms.place')} rules={[required]}>
                  <Select options={places.map((value) => ({ value, label: t(`formPlace.${value}`) }))} />
                </Form.Item>
                <Form.Item name={[name, 'span']} label={t('forms.span')} rules={[required]}>
                  <Select options={spans.map((value) => ({ value, label: t(`formSpan.${value}`) }))} />
                </Form.Item>
                <Form.Item name={[name, 'subgroup']} label={t('forms.subgroup')}>
                  <Input maxLength={200} />
                </Form.Item>
              </div>
              {fields.length > 1 && (
                <div>
                  <button
                    type="button"
                    className="link"
                    onClick={() => {
                      remove(name);
                      adding.current?.focus();
                    }}
                  >
                    {t('forms.removeLine', { n: name + 1 })}
                  </button>
                </div>
              )}
            </fieldset>
          ))}
          <div>
            <button
              ref={adding}
              type="button"
              className="button plain"
              onClick={() => {
                add({ place: 'own', span: 'period' });
                setTimeout(() => form.focusField(['lines', fields.length, 'indicator']));
              }}
            >
              {t('forms.addLine')}
            </button>
          </div>
        </section>
      )}
    </Form.List>
  );
}

/** The values of the form as they are sent: an empty sub-group is left out. */
export const described = <T extends Pick<FormChange, 'lines'>>({ lines, ...values }: T) => ({
  ...values,
  lines: lines.map(({ subgroup, ...line }) => ({
    ...line,
    ...(subgroup?.trim() ? { subgroup: subgroup.trim() } : {}),
  })),
});
