import { Checkbox, Form } from 'antd';
import { useState } from 'react';
import { Problem } from '../../api/problem';
import { named, useWords } from '../../i18n';
import { Overtaken } from '../../ui/Overtaken';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SideSheet } from '../../ui/SideSheet';
import { described, IndicatorFields } from './IndicatorFields';
import { type Description, type Indicator, newestOf, useCorrectIndicator } from './indicators.api';
import { changedSince, untyped } from './overtaken';

interface Props {
  indicator: Indicator;
  groups: readonly string[];
  onClose: () => void;
  onCorrected: (name: string) => void;
}

/** Describes an indicator better, or retires it. What its figures mean stays once there are some; the server says so. */
export function CorrectIndicatorSheet({ indicator, groups, onClose, onCorrected }: Props) {
  const { t, language } = useWords();
  const [form] = Form.useForm<Description>();
  // What the editor started from. When someone describes it anew meanwhile, saving is refused and theirs is taken by hand.
  const [seen, setSeen] = useState(indicator);
  const [newer, setNewer] = useState<Indicator>();
  const correcting = useCorrectIndicator(seen);
  return (
    <SideSheet title={t('indicators.correctOf', { name: named(indicator, language) })} onClose={onClose}>
      <Form<Description>
        form={form}
        layout="vertical"
        className="form"
        requiredMark={false}
        initialValues={indicator}
        onFinish={(values) =>
          correcting.mutate(described(values) as Description, {
            onSuccess: ({ name }) => onCorrected(name),
            onError: (refusal) => {
              if (refusal instanceof Problem && refusal.status === 412) {
                void newestOf(indicator.code).then(setNewer);
              }
            },
          })
        }
      >
        <IndicatorFields groups={groups} fixed />
        <Form.Item name="retired" valuePropName="checked" extra={t('indicators.retiredHint')}>
          <Checkbox>{t('indicators.retire')}</Checkbox>
        </Form.Item>
        {newer ? (
          <Overtaken
            title={t('indicators.changed')}
            take={t('indicators.reload')}
            onTake={() => {
              form.setFieldsValue(untyped(form.getFieldsValue(), seen, newer));
              setSeen(newer);
              setNewer(undefined);
              correcting.reset();
            }}
          >
            <p>
              {t('indicators.changedFields', {
                fields: changedSince(seen, newer)
                  .map((field) => t(`indicators.${field}`))
                  .join(', '),
              })}
            </p>
          </Overtaken>
        ) : (
          correcting.error && <ProblemAlert error={correcting.error} />
        )}
        <div>
          <button
            type="submit"
            className="button primary"
            disabled={correcting.isPending || newer !== undefined}
          >
            {t('frame.save')}
          </button>
        </div>
      </Form>
    </SideSheet>
  );
}
