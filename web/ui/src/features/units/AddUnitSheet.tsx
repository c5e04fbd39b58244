import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useAsOf } from '../../frame/asOf';
import { useWords } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SideSheet } from '../../ui/SideSheet';
import { type NewUnit, unitAreasQuery, unitKinds, useAddUnit } from './units.api';

interface Props {
  onClose: () => void;
  onAdded: (name: string) => void;
}

export function AddUnitSheet({ onClose, onAdded }: Props) {
  const { t } = useWords();
  const asOf = useAsOf();
  const [form] = Form.useForm<NewUnit>();
  const kind = Form.useWatch('kind', form);
  const areas = useQuery(unitAreasQuery);
  const adding = useAddUnit();
  const required = { required: true, whitespace: true, message: t('frame.required') };
  return (
    <SideSheet title={t('units.add')} onClose={onClose}>
      <Form<NewUnit>
        form={form}
        layout="vertical"
        className="form"
        requiredMark={false}
        initialValues={{ kind: 'department', validFrom: asOf }}
        onFinish={(values) => adding.mutate(values, { onSuccess: ({ name }) => onAdded(name) })}
      >
        <Form.Item name="name" label={t('units.name')} rules={[required]}>
          <Input />
        </Form.Item>
        <Form.Item name="nameEn" label={t('units.nameEn')} rules={[required]}>
          <Input />
        </Form.Item>
        <div className="form-row">
          <Form.Item
            name="code"
            label={t('units.code')}
            extra={t('units.codeHint')}
            rules={[required, { pattern: /^[A-Z0-9][A-Z0-9._-]*$/, message: t('units.codeHint') }]}
          >
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="kind" label={t('units.kind')} rules={[required]}>
            <Select options={unitKinds.map((value) => ({ value, label: t(`unitKind.${value}`) }))} />
          </Form.Item>
        </div>
        {kind === 'commune-committee' && (
          <Form.Item name="area" label={t('units.area')} rules={[required]}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={areas.data
                ?.filter(({ level, validTo }) => level !== 'province' && level !== 'district' && !validTo)
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        )}
        <Form.Item name="validFrom" label={t('units.validFrom')} rules={[required]}>
          <DayInput />
        </Form.Item>
        {adding.error && <ProblemAlert error={adding.error} />}
        <div>
          <button type="submit" className="button primary" disabled={adding.isPending}>
            {t('units.submit')}
          </button>
        </div>
      </Form>
    </SideSheet>
  );
}
