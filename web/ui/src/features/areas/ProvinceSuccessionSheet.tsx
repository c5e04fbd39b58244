import { Form, Input } from 'antd';
import { useAsOf } from '../../frame/asOf';
import { useWords } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SideSheet } from '../../ui/SideSheet';
import { type NewProvinceSuccession, useRecordProvinceSuccession } from './areas.api';

interface Props {
  onClose: () => void;
  onRecorded: () => void;
}

/** Records how the province itself is called from a day on, and which provinces joined it. */
export function ProvinceSuccessionSheet({ onClose, onRecorded }: Props) {
  const { t } = useWords();
  const asOf = useAsOf();
  const recording = useRecordProvinceSuccession();
  const required = { required: true, whitespace: true, message: t('frame.required') };
  return (
    <SideSheet title={t('areas.recordOfProvince')} onClose={onClose}>
      <Form<NewProvinceSuccession>
        layout="vertical"
        className="form"
        requiredMark={false}
        initialValues={{ on: asOf }}
        onFinish={(values) => recording.mutate(values, { onSuccess: onRecorded })}
      >
        <p className="under">{t('areas.provinceHint')}</p>
        <div className="form-row">
          <Form.Item name="name" label={t('areas.name')} rules={[required]}>
            <Input />
          </Form.Item>
          <Form.Item name="code" label={t('areas.code')} rules={[required]}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="on" label={t('areas.on')} rules={[required]}>
            <DayInput />
          </Form.Item>
        </div>
        <Form.List name="joined">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} className="form-row">
                  <Form.Item name={[name, 'name']} label={t('areas.joinedName')} rules={[required]}>
                    <Input />
                  </Form.Item>
                  <Form.Item name={[name, 'code']} label={t('areas.code')} rules={[required]}>
                    <Input autoComplete="off" />
                  </Form.Item>
                  <button type="button" className="link" onClick={() => remove(name)}>
                    {t('areas.removeJoined', { n: name + 1 })}
                  </button>
                </div>
              ))}
              <div>
                <button type="button" className="button plain" onClick={() => add()}>
                  {t('areas.addJoined')}
                </button>
              </div>
            </>
          )}
        </Form.List>
        <Form.Item
          name="source"
          label={t('areas.instrument')}
          rules={[required]}
          extra={t('areas.instrumentHint')}
        >
          <Input.TextArea rows={2} />
        </Form.Item>
        {recording.error && <ProblemAlert error={recording.error} />}
        <div>
          <button type="submit" className="button primary" disabled={recording.isPending}>
            {t('areas.submitSuccession')}
          </button>
        </div>
      </Form>
    </SideSheet>
  );
}
