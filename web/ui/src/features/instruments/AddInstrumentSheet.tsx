import { Form, Input, Select } from 'antd';
import { useWords } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SideSheet } from '../../ui/SideSheet';
import { instrumentKinds, type NewInstrument, useAddInstrument } from './instruments.api';

interface Props {
  onClose: () => void;
  onAdded: (number: string) => void;
}

export function AddInstrumentSheet({ onClose, onAdded }: Props) {
  const { t } = useWords();
  const adding = useAddInstrument();
  const required = { required: true, whitespace: true, message: t('frame.required') };
  return (
    <SideSheet title={t('instruments.add')} onClose={onClose}>
      <Form<NewInstrument>
        layout="vertical"
        className="form"
        requiredMark={false}
        initialValues={{ kind: 'resolution' }}
        onFinish={({ link, ...values }) =>
          adding.mutate(
            { ...values, ...(link?.trim() ? { link: link.trim() } : {}) },
            { onSuccess: ({ number }) => onAdded(number) },
          )
        }
      >
        <div className="form-row">
          <Form.Item name="kind" label={t('instruments.kind')} rules={[required]}>
            <Select
              options={instrumentKinds.map((value) => ({ value, label: t(`instrumentKind.${value}`) }))}
            />
          </Form.Item>
          <Form.Item
            name="number"
            label={t('instruments.number')}
            extra={t('instruments.numberHint')}
            rules={[required]}
          >
            <Input autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item name="issuedOn" label={t('instruments.issuedOn')} rules={[required]}>
          <DayInput />
        </Form.Item>
        <Form.Item name="issuer" label={t('instruments.issuer')} rules={[required]}>
          <Input />
        </Form.Item>
        <Form.Item name="title" label={t('instruments.about')} rules={[required]}>
          <Input.TextArea rows={2} />
        </Form.Item>
        <Form.Item name="link" label={t('instruments.link')} extra={t('instruments.linkHint')}>
          <Input type="url" autoComplete="off" />
        </Form.Item>
        {adding.error && <ProblemAlert error={adding.error} />}
        <div>
          <button type="submit" className="button primary" disabled={adding.isPending}>
            {t('instruments.submit')}
          </button>
        </div>
      </Form>
    </SideSheet>
  );
}
