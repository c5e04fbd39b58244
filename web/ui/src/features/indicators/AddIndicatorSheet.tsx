import { Form, Input, InputNumber, Select } from 'antd';
import { groupInWords, useWords } from '../../i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SideSheet } from '../../ui/SideSheet';
import { cadences, directions, kinds, type NewIndicator, useAddIndicator } from './indicators.api';

interface Props {
  /** the groups in use */
  groups: readonly string[];
  onClose: () => void;
  onAdded: (name: string) => void;
}

export function AddIndicatorSheet({ groups, onClose, onAdded }: Props) {
  const { t } = useWords();
  const adding = useAddIndicator();
  const required = { required: true, whitespace: true, message: t('frame.required') };
  return (
    <SideSheet title={t('indicators.add')} onClose={onClose}>
      <Form<NewIndicator>
        layout="vertical"
        className="form"
        requiredMark={false}
        initialValues={{ decimals: 1, direction: 'higher-is-better', kind: 'level', cadence: 'year' }}
        onFinish={(values) => adding.mutate(values, { onSuccess: ({ name }) => onAdded(name) })}
      >
        <Form.Item name="name" label={t('indicators.name')} rules={[required]}>
          <Input />
        </Form.Item>
        <Form.Item name="nameEn" label={t('indicators.nameEn')} rules={[required]}>
          <Input />
        </Form.Item>
        <div className="form-row">
          <Form.Item
            name="code"
            label={t('indicators.code')}
            extra={t('indicators.badCode')}
            rules={[required, { pattern: /^[A-Z][A-Z0-9_]*$/, message: t('indicators.badCode') }]}
          >
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="group" label={t('indicators.group')} rules={[required]}>
            <Select options={groups.map((value) => ({ value, label: groupInWords(t, value) }))} />
          </Form.Item>
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
          <Form.Item name="decimals" label={t('indicators.decimals')} rules={[{ required: true }]}>
            <InputNumber min={0} max={6} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="cadence" label={t('indicators.cadence')} rules={[required]}>
            <Select options={cadences.map((value) => ({ value, label: t(`cadence.${value}`) }))} />
          </Form.Item>
        </div>
        <Form.Item name="definition" label={t('indicators.definition')} rules={[required]}>
          <Input.TextArea rows={2} />
        </Form.Item>
        <Form.Item name="source" label={t('indicators.source')} rules={[required]}>
          <Input />
        </Form.Item>
        {adding.error && <ProblemAlert error={adding.error} />}
        <div>
          <button type="submit" className="button primary" disabled={adding.isPending}>
            {t('indicators.submit')}
          </button>
        </div>
      </Form>
    </SideSheet>
  );
}
