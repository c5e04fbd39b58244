import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { named, useWords } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { askableQuery, type Case, type Decision, type Step, useDecideCase } from './cases.api';

/** What an approver decides in the case itself, in the order in which it usually comes. */
const decisions = [
  'acknowledged',
  'explanation-requested',
  'explanation-returned',
  'accepted',
  'assigned',
] as const satisfies readonly Decision['act'][];

const takesDay = (act: Decision['act'] | undefined) =>
  act === 'explanation-requested' || act === 'explanation-returned' || act === 'accepted';

const needsComment = (act: Decision['act'] | undefined) =>
  act === 'explanation-returned' || act === 'accepted';

/** The next step by an approver; the API decides again. */
export function DecideCase({
  about,
  last,
  etag,
}: {
  about: Case;
  last: Step['act'] | undefined;
  etag: string;
}) {
  const { t, language } = useWords();
  const [form] = Form.useForm<Decision>();
  const act = Form.useWatch('act', form);
  const units = useQuery(askableQuery);
  const deciding = useDecideCase(about.id, etag);
  const open = decisions.filter((one) => about.next.includes(one));
  const required = { required: true, whitespace: true, message: t('frame.required') };
  if (open.length === 0) {
    return <p className="note">{t(last === 'target-withdrawn' ? 'cases.withdrawn' : 'cases.cleared')}</p>;
  }
  return (
    <>
      <h2 className="section-title">{t('cases.decide')}</h2>
      <Form<Decision>
        name="decide"
        form={form}
        layout="vertical"
        className="form framed"
        requiredMark={false}
        initialValues={{ act: open[0] }}
        onFinish={(wanted) =>
          deciding.mutate({
            act: wanted.act,
            ...(wanted.unit ? { unit: wanted.unit } : {}),
            ...(wanted.until ? { until: wanted.until } : {}),
            ...(wanted.comment?.trim() ? { comment: wanted.comment.trim() } : {}),
          })
        }
      >
        <Form.Item name="act" label={t('cases.step')} rules={[required]}>
          <Select options={open.map((value) => ({ value, label: t(`caseAct.${value}`) }))} />
        </Form.Item>
        {act === 'assigned' && (
          <Form.Item name="unit" label={t('cases.unit')} rules={[required]}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={units.data
                ?.filter(({ validTo }) => !validTo)
                .map((unit) => ({ value: unit.id, label: named(unit, language) }))}
            />
          </Form.Item>
        )}
        {takesDay(act) && (
          <Form.Item
            name="until"
            label={t(act === 'accepted' ? 'cases.acceptedUntil' : 'cases.dueOn')}
            extra={act === 'accepted' ? t('cases.acceptHint') : undefined}
            rules={[required]}
          >
            <DayInput />
          </Form.Item>
        )}
        <Form.Item name="comment" label={t('cases.comment')} rules={needsComment(act) ? [required] : []}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
        {deciding.error && <ProblemAlert error={deciding.error} />}
        <div>
          <button type="submit" className="button primary" disabled={deciding.isPending}>
            {t('cases.take')}
          </button>
        </div>
      </Form>
    </>
  );
}
