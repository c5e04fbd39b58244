import { Form, Input, Select } from 'antd';
import { useAsOf } from '../../frame/asOf';
import { unitOf, useWords } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { DecimalInput, useDecimalReader, useDecimalRule } from '../../ui/DecimalInput';
import { perCent, ratioOf, typed } from '../../ui/decimal';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SideSheet } from '../../ui/SideSheet';
import {
  type Check,
  type CheckSetting,
  type Limits,
  type Reaction,
  reactions,
  useSaveChecks,
} from './checks.api';

interface Props {
  /** undefined for the province's default */
  indicator: { code: string; unit: string; unitEn?: string | null; kind?: string } | undefined;
  name: string;
  /** the newest setting of this scope; undefined before its first */
  seen: CheckSetting | undefined;
  inherited: Limits;
  onClose: () => void;
  onSaved: () => void;
}

/** Amounts as typed, shares in per cent. */
type Typed = Record<Check, Reaction> & {
  lowest?: string;
  highest?: string;
  jumpMost: string;
  partsTolerance: string;
  validFrom: string;
  reason: string;
};

export function ChecksEditor({ indicator, name, seen, inherited, onClose, onSaved }: Props) {
  const { t, language } = useWords();
  const asOf = useAsOf();
  const saving = useSaveChecks(indicator?.code, seen?.version);
  const decimal = useDecimalRule();
  const bound = useDecimalRule({ optional: true });
  const read = useDecimalReader();
  const required = { required: true, whitespace: true, message: t('frame.required') };
  const start = seen?.limits ?? inherited;
  const counts = indicator?.kind === 'flow' || indicator?.kind === 'count';
  const lowest = seen ? start.lowest : counts ? '0' : null;
  const share = (text: string) => ratioOf(read(text) ?? '0');

  const save = ({ lowest, highest, jumpMost, partsTolerance, reason, ...rest }: Typed) =>
    saving.mutate(
      {
        ...rest,
        lowest: read(lowest) ?? null,
        highest: read(highest) ?? null,
        jumpMost: share(jumpMost),
        partsTolerance: share(partsTolerance),
        reason: reason.trim(),
      },
      { onSuccess: onSaved },
    );

  const reaction = (check: Check) => (
    <Form.Item name={check} label={t(`check.${check}`)} extra={t(`checkHint.${check}`)}>
      <Select options={reactions.map((value) => ({ value, label: t(`reaction.${value}`) }))} />
    </Form.Item>
  );

  return (
    <SideSheet title={t('checks.editOf', { name })} onClose={onClose}>
      <Form<Typed>
        layout="vertical"
        className="form"
        requiredMark={false}
        initialValues={{
          range: start.range,
          jump: start.jump,
          fall: start.fall,
          parts: start.parts,
          lowest: typed(lowest, language),
          highest: typed(start.highest, language),
          jumpMost: typed(perCent(start.jumpMost), language),
          partsTolerance: typed(perCent(start.partsTolerance), language),
          validFrom: asOf,
          reason: '',
        }}
        onFinish={save}
      >
        {reaction('range')}
        {indicator && (
          <div className="form-row">
            <Form.Item name="lowest" label={t('checks.lowest')} rules={[bound]}>
              <DecimalInput unit={unitOf(indicator, language)} readBack={false} />
            </Form.Item>
            <Form.Item name="highest" label={t('checks.highest')} rules={[bound]}>
              <DecimalInput unit={unitOf(indicator, language)} readBack={false} />
            </Form.Item>
          </div>
        )}
        {reaction('jump')}
        <Form.Item name="jumpMost" label={t('checks.jumpMost')} rules={[decimal]}>
          <DecimalInput unit="%" readBack={false} />
        </Form.Item>
        {reaction('fall')}
        {reaction('parts')}
        <Form.Item name="partsTolerance" label={t('checks.partsTolerance')} rules={[decimal]}>
          <DecimalInput unit="%" readBack={false} />
        </Form.Item>
        <Form.Item
          name="validFrom"
          label={t('checks.validFrom')}
          extra={t('checks.validFromHint')}
          rules={[required]}
        >
          <DayInput />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('checks.reason')}
          rules={[required]}
          extra={seen ? `${t('checks.lastReason')}: ${seen.reason}` : undefined}
        >
          <Input.TextArea rows={2} />
        </Form.Item>
        {saving.error && <ProblemAlert error={saving.error} />}
        <div>
          <button type="submit" className="button primary" disabled={saving.isPending}>
            {t('checks.submit')}
          </button>
        </div>
      </Form>
    </SideSheet>
  );
}
