import { Form, Input } from 'antd';
import { useState } from 'react';
import { Problem } from '../../api/problem';
import { unitOf, useWords } from '../../i18n';
import { aimInWords } from '../../ui/comparator';
import { DayInput } from '../../ui/DayInput';
import { useDecimalReader } from '../../ui/DecimalInput';
import { typed } from '../../ui/decimal';
import { Overtaken } from '../../ui/Overtaken';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { AimFields, aimOf, PaperField, type TypedAim } from './AimFields';
import { currentOf, type Indicator, type Revision, type Tagged, useAmendTarget } from './targets.api';

interface Typed extends TypedAim {
  wording: string;
  source: string;
  reason: string;
  decidedOn: string;
  instrument?: string;
}

interface Props {
  tagged: Tagged;
  indicator: Indicator;
  reload: () => Promise<Tagged | undefined>;
  /** Only a paper amends what was adopted. */
  adopted: boolean;
  onSaved: () => void;
}

export function AmendForm({ tagged, indicator, reload, adopted, onSaved }: Props) {
  const { t, language } = useWords();
  // What the editor started from. When someone amends meanwhile, saving is refused and the newer one is taken by hand.
  const [seen, setSeen] = useState(tagged);
  const [newer, setNewer] = useState<Tagged>();
  const amending = useAmendTarget(seen.value.id, seen.etag);
  const read = useDecimalReader();
  const current = currentOf(seen.value);
  const unit = unitOf(indicator, language);
  const required = { required: true, whitespace: true, message: t('frame.required') };

  const amend = (values: Typed) => {
    amending.mutate(
      {
        ...aimOf(values, read),
        // The starting point of a reduction or an increase is not what this form amends: it stays.
        ...(current.baseline ? { baseline: current.baseline } : {}),
        decidedOn: values.decidedOn,
        ...(values.instrument ? { instrument: values.instrument } : {}),
        wording: values.wording.trim(),
        source: values.source.trim(),
        reason: values.reason.trim(),
      },
      {
        onSuccess: onSaved,
        onError: (refusal) => {
          if (refusal instanceof Problem && refusal.status === 412) void reload().then(setNewer);
        },
      },
    );
  };

  const said = (one: Revision) => {
    const words = aimInWords(one, language);
    return [words.before, words.amount, words.unit ? unit : '', words.after].filter(Boolean).join(' ');
  };

  return (
    <Form<Typed>
      layout="vertical"
      className="form framed"
      requiredMark={false}
      initialValues={{
        comparator: current.comparator,
        amount: typed(current.amount, language),
        amountHigh: typed(current.amountHigh, language),
        date: current.date ?? undefined,
        wording: current.wording,
        source: '',
        reason: '',
      }}
      onFinish={amend}
    >
      <p className="under">{t('targets.keep')}</p>
      <AimFields unit={unit} />
      <Form.Item name="wording" label={t('targets.wording')} rules={[required]}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="source" label={t('targets.source')} rules={[required]}>
          <Input />
        </Form.Item>
        <Form.Item
          name="decidedOn"
          label={t('targets.decidedOn')}
          rules={[required]}
          extra={t('targets.decidedOnHint')}
        >
          <DayInput />
        </Form.Item>
      </div>
      <PaperField required={adopted} />
      <Form.Item name="reason" label={t('targets.reason')} rules={[required]}>
        <Input.TextArea rows={2} />
      </Form.Item>
      {newer ? (
        <Overtaken
          title={t('targets.changed')}
          take={t('targets.reload')}
          onTake={() => {
            setSeen(newer);
            setNewer(undefined);
            amending.reset();
          }}
        >
          <p>
            {t('targets.changedDetail', {
              revision: currentOf(newer.value).revision,
              by: currentOf(newer.value).recordedBy,
              aim: said(currentOf(newer.value)),
            })}
          </p>
        </Overtaken>
      ) : (
        amending.error && <ProblemAlert error={amending.error} />
      )}
      <div>
        <button type="submit" className="button primary" disabled={amending.isPending || newer !== undefined}>
          {t('targets.submit')}
        </button>
      </div>
    </Form>
  );
}
