import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Select } from 'antd';
import { groupInWords, named, useWords } from '../../i18n';
import {
  areaAggregations,
  cadences,
  type Description,
  directions,
  indicatorsQuery,
  kinds,
  leadersQuery,
  type NewIndicator,
  priceBases,
  timeAggregations,
} from './indicators.api';
import { proxiesFor } from './proxies';

/** What describes an indicator, in a form that adds or corrects one. */
export function IndicatorFields({ groups, fixed }: { groups: readonly string[]; fixed: boolean }) {
  const { t, language } = useWords();
  const units = useQuery(leadersQuery);
  const indicators = useQuery(indicatorsQuery);
  const required = { required: true, whitespace: true, message: t('frame.required') };
  return (
    <>
      <Form.Item name="name" label={t('indicators.name')} rules={[required]}>
        <Input />
      </Form.Item>
      <Form.Item name="nameEn" label={t('indicators.nameEn')} rules={[required]}>
        <Input />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="group" label={t('indicators.group')} rules={[required]}>
          <Select options={groups.map((value) => ({ value, label: groupInWords(t, value) }))} />
        </Form.Item>
        <Form.Item name="decimals" label={t('indicators.decimals')} rules={[{ required: true }]}>
          <InputNumber min={0} max={6} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="cadence" label={t('indicators.cadence')} rules={[required]}>
          <Select options={cadences.map((value) => ({ value, label: t(`cadence.${value}`) }))} />
        </Form.Item>
      </div>
      <Form.Item name="leadUnit" label={t('indicators.leadUnit')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={units.data?.map((unit) => ({
            value: unit.code,
            label: `${unit.code} · ${named(unit, language)}`,
          }))}
        />
      </Form.Item>
      <Form.Item<NewIndicator> noStyle dependencies={['code', 'cadence']}>
        {({ getFieldValue }) => (
          <Form.Item name="proxy" label={t('indicators.proxy')} extra={t('indicators.proxyHint')}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={proxiesFor(indicators.data ?? [], getFieldValue('code'), getFieldValue('cadence')).map(
                (one) => ({
                  value: one.code,
                  label: `${named(one, language)} (${t(`cadence.${one.cadence}`)})`,
                }),
              )}
            />
          </Form.Item>
        )}
      </Form.Item>
      <h3 className="section-title">{t('indicators.meaning')}</h3>
      {fixed && <p className="under">{t('indicators.meaningHint')}</p>}
      <div className="form-row">
        <Form.Item name="unit" label={t('indicators.unit')} rules={[required]}>
          <Input />
        </Form.Item>
        <Form.Item name="unitEn" label={t('indicators.unitEn')} rules={[required]}>
          <Input />
        </Form.Item>
        <Form.Item name="kind" label={t('indicators.kind')} rules={[required]}>
          <Select options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="direction" label={t('indicators.direction')} rules={[required]}>
          <Select options={directions.map((value) => ({ value, label: t(`direction.${value}`) }))} />
        </Form.Item>
        <Form.Item name="timeAggregation" label={t('indicators.timeAggregation')} rules={[required]}>
          <Select
            options={timeAggregations.map((value) => ({ value, label: t(`timeAggregation.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="priceBasis" label={t('indicators.priceBasis')} rules={[required]}>
          <Select options={priceBases.map((value) => ({ value, label: t(`priceBasis.${value}`) }))} />
        </Form.Item>
        <Form.Item name="areaAggregation" label={t('indicators.areaAggregation')} rules={[required]}>
          <Select
            options={areaAggregations.map((value) => ({ value, label: t(`areaAggregation.${value}`) }))}
          />
        </Form.Item>
      </div>
      <Form.Item<Description> noStyle dependencies={['areaAggregation']}>
        {({ getFieldValue }) =>
          getFieldValue('areaAggregation') === 'ratio' && (
            <div className="form-row">
              <Form.Item name="numerator" label={t('indicators.numerator')} rules={[required]}>
                <Input autoComplete="off" />
              </Form.Item>
              <Form.Item name="denominator" label={t('indicators.denominator')} rules={[required]}>
                <Input autoComplete="off" />
              </Form.Item>
            </div>
          )
        }
      </Form.Item>
      <Form.Item name="formula" label={t('indicators.formula')} extra={t('indicators.formulaHint')}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="definition" label={t('indicators.definition')} rules={[required]}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Form.Item name="source" label={t('indicators.source')} rules={[required]}>
        <Input />
      </Form.Item>
    </>
  );
}

/** The values of the form as they are sent: what is not asked for is left out. */
export function described<T extends Omit<Description, 'retired'>>({
  numerator,
  denominator,
  formula,
  leadUnit,
  proxy,
  ...values
}: T) {
  return {
    ...values,
    ...(values.areaAggregation === 'ratio' ? { numerator, denominator } : {}),
    ...(leadUnit ? { leadUnit } : {}),
    ...(proxy ? { proxy } : {}),
    ...(formula?.trim() ? { formula: formula.trim() } : {}),
  };
}
