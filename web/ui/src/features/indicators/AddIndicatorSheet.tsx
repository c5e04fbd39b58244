import { Form, Input } from 'antd';
import { useWords } from '../../i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SideSheet } from '../../ui/SideSheet';
import { described, IndicatorFields } from './IndicatorFields';
import { type NewIndicator, useAddIndicator, usualAggregation } from './indicators.api';

interface Props {
  /** the groups in use */
  groups: readonly string[];
  onClose: () => void;
  onAdded: (name: string) => void;
}

export function AddIndicatorSheet({ groups, onClose, onAdded }: Props) {
  const { t } = useWords();
  const adding = useAddIndicator();
  const [form] = Form.useForm<NewIndicator>();
  return (
    <SideSheet title={t('indicators.add')} onClose={onClose}>
      <Form<NewIndicator>
        form={form}
        layout="vertical"
        className="form"
        requiredMark={false}
        initialValues={{
          decimals: 1,
          direction: 'higher-is-better',
          kind: 'level',
          timeAggregation: 'last',
          areaAggregation: 'none',
          priceBasis: 'none',
          cadence: 'year',
        }}
        onValuesChange={({ kind }) =>
          kind && form.setFieldsValue({ timeAggregation: usualAggregation(kind) })
        }
        onFinish={(values) =>
          adding.mutate(described(values) as NewIndicator, { onSuccess: ({ name }) => onAdded(name) })
        }
      >
        <Form.Item
          name="code"
          label={t('indicators.code')}
          extra={t('indicators.badCode')}
          rules={[
            { required: true, message: t('frame.required') },
            { pattern: /^[A-Z][A-Z0-9_]*$/, message: t('indicators.badCode') },
          ]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <IndicatorFields groups={groups} fixed={false} />
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
