import { Checkbox, Form } from 'antd';
import { useState } from 'react';
import { Problem } from '../../api/problem';
import { useWords } from '../../i18n';
import { moment, today } from '../../ui/day';
import { Overtaken } from '../../ui/Overtaken';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { periodContaining } from '../../ui/period';
import { described, FormFields } from './FormFields';
import { type FormChange, type ReportingForm, useChangeForm } from './forms.api';

interface Seen {
  value: ReportingForm;
  etag: string;
}

interface Props {
  current: Seen;
  reload: () => Promise<Seen | undefined>;
  onSaved: () => void;
}

/** The next version of a form. When somebody else was faster, theirs is shown and what was typed stays. */
export function ChangeForm({ current, reload, onSaved }: Props) {
  const { t, language } = useWords();
  const [seen, setSeen] = useState(current);
  const [newer, setNewer] = useState<Seen>();
  const changing = useChangeForm(seen.value.id, seen.etag);
  const { content, frequency } = current.value;
  const now = periodContaining(frequency, today());
  return (
    <Form<FormChange>
      layout="vertical"
      className="form framed"
      requiredMark={false}
      initialValues={{ ...content, from: content.from > now ? content.from : now }}
      onFinish={(values) =>
        changing.mutate(described(values) as FormChange, {
          onSuccess: onSaved,
          onError: (refusal) => {
            if (refusal instanceof Problem && refusal.status === 412) void reload().then(setNewer);
          },
        })
      }
    >
      <FormFields frequency={frequency} />
      <Form.Item name="ended" valuePropName="checked">
        <Checkbox>{t('forms.end')}</Checkbox>
      </Form.Item>
      {newer ? (
        <Overtaken
          title={t('forms.stale')}
          take={t('forms.reload')}
          onTake={() => {
            setSeen(newer);
            setNewer(undefined);
            changing.reset();
          }}
        >
          <p>
            {t('forms.staleDetail', {
              version: newer.value.version,
              by: newer.value.recordedBy,
              at: moment(newer.value.recordedAt, language),
            })}
          </p>
        </Overtaken>
      ) : (
        changing.error && <ProblemAlert error={changing.error} />
      )}
      <div>
        <button type="submit" className="button primary" disabled={changing.isPending || newer !== undefined}>
          {t('forms.saveChange')}
        </button>
      </div>
    </Form>
  );
}
