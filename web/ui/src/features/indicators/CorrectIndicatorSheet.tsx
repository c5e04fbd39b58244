import { Checkbox, Form } from 'antd';
import { named, useWords } from '../../i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SideSheet } from '../../ui/SideSheet';
import { described, IndicatorFields } from './IndicatorFields';
import { type Description, type Indicator, useCorrectIndicator } from './indicators.api';

interface Props {
  indicator: Indicator;
  groups: readonly string[];
  onClose: () => void;
  onCorrected: (name: string) => void;
}

/** Describes an indicator better, or retires it. What its figures mean stays once there are some; the server says so. */
export function CorrectIndicatorSheet({ indicator, groups, onClose, onCorrected }: Props) {
  const { t, language } = useWords();
  const correcting = useCorrectIndicator(indicator);
  return (
    <SideSheet title={t('indicators.correctOf', { name: named(indicator, language) })} onClose={onClose}>
      <Form<Description>
        layout="vertical"
        className="form"
        requiredMark={false}
        initialValues={indicator}
        onFinish={(values) =>
          correcting.mutate(described(values) as Description, {
            onSuccess: ({ name }) => onCorrected(name),
          })
        }
      >
        <IndicatorFields groups={groups} fixed />
        <Form.Item name="retired" valuePropName="checked" extra={t('indicators.retiredHint')}>
          <Checkbox>{t('indicators.retire')}</Checkbox>
        </Form.Item>
        {correcting.error && <ProblemAlert error={correcting.error} />}
        <div>
          <button type="submit" className="button primary" disabled={correcting.isPending}>
            {t('frame.save')}
          </button>
        </div>
      </Form>
    </SideSheet>
  );
}
