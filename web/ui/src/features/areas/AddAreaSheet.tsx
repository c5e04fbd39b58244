import { Form, Select } from 'antd';
import { useAsOf } from '../../frame/asOf';
import { useWords } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SideSheet } from '../../ui/SideSheet';
import { AreaFields } from './AreaFields';
import { type Area, levels, type NewArea, useAddArea } from './areas.api';

interface Props {
  /** those that it may lie in */
  areas: readonly Area[];
  onClose: () => void;
  onAdded: (name: string) => void;
}

export function AddAreaSheet({ areas, onClose, onAdded }: Props) {
  const { t } = useWords();
  const asOf = useAsOf();
  const adding = useAddArea();
  const required = { required: true, whitespace: true, message: t('frame.required') };
  return (
    <SideSheet title={t('areas.add')} onClose={onClose}>
      <Form<NewArea>
        layout="vertical"
        className="form"
        requiredMark={false}
        initialValues={{ level: 'commune', validFrom: asOf }}
        onFinish={({ parent, source, ...area }) =>
          adding.mutate(
            { ...area, ...(parent ? { parent } : {}), ...(source?.trim() ? { source: source.trim() } : {}) },
            { onSuccess: ({ name }) => onAdded(name) },
          )
        }
      >
        <AreaFields>
          <Form.Item name="level" label={t('areas.level')} rules={[required]}>
            <Select options={levels.map((value) => ({ value, label: t(`areaLevel.${value}`) }))} />
          </Form.Item>
          <Form.Item name="parent" label={t('areas.parent')} extra={t('areas.parentHint')}>
            <Select
              allowClear
              options={areas
                .filter(({ level }) => level === 'district')
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          <Form.Item name="validFrom" label={t('areas.validFrom')} rules={[required]}>
            <DayInput />
          </Form.Item>
        </AreaFields>
        {adding.error && <ProblemAlert error={adding.error} />}
        <div>
          <button type="submit" className="button primary" disabled={adding.isPending}>
            {t('areas.submit')}
          </button>
        </div>
      </Form>
    </SideSheet>
  );
}
