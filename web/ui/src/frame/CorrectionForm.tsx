import type { UseMutationResult } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { Problem } from '../api/problem';
import { useWords } from '../i18n';
import { Overtaken } from '../ui/Overtaken';
import { ProblemAlert } from '../ui/ProblemAlert';
import { carriedOver } from './carriedOver';
import type { Correction } from './correcting';

interface Props<T, Fields extends object, Corrected> {
  current: T;
  reload: () => Promise<T | undefined>;
  /** what of it stands in the fields, which `children` draws by the same names */
  fieldsOf: (one: T) => Fields;
  /** it in one line, to see what somebody else made of it */
  lineOf: (one: T) => string;
  correcting: UseMutationResult<Corrected, Error, Correction<T, Fields>>;
  /** what a correction does not do */
  hint: string;
  /** whether it stands among other things */
  framed?: boolean;
  children: (seen: T) => ReactNode;
  onCorrected: (corrected: Corrected) => void;
}

/** Corrects what was written down wrongly, and asks why. When somebody else was faster, theirs is shown and what was typed stays. */
export function CorrectionForm<T, Fields extends object, Corrected>({
  current,
  reload,
  fieldsOf,
  lineOf,
  correcting,
  hint,
  framed = false,
  children,
  onCorrected,
}: Props<T, Fields, Corrected>) {
  const { t } = useWords();
  const [form] = Form.useForm();
  const [seen, setSeen] = useState(current);
  const [newer, setNewer] = useState<T>();
  const take = (theirs: T) => {
    const fields = carriedOver<Fields>(form.getFieldsValue(), fieldsOf(seen), fieldsOf(theirs));
    form.setFields(Object.entries(fields).map(([name, value]) => ({ name, value })));
    setSeen(theirs);
    setNewer(undefined);
    correcting.reset();
  };
  return (
    <Form
      name="correction"
      form={form}
      layout="vertical"
      className={framed ? 'form framed' : 'form'}
      requiredMark={false}
      initialValues={fieldsOf(current)}
      onFinish={(right: Fields & { reason: string }) =>
        correcting.mutate(
          { seen, right },
          {
            onSuccess: onCorrected,
            onError: (refusal) => {
              if (refusal instanceof Problem && refusal.status === 412) void reload().then(setNewer);
            },
          },
        )
      }
    >
      <p className="under">{hint}</p>
      {children(seen)}
      <Form.Item
        name="reason"
        label={t('corrections.reason')}
        extra={t('corrections.reasonHint')}
        rules={[{ required: true, whitespace: true, message: t('frame.required') }]}
      >
        <Input.TextArea rows={2} />
      </Form.Item>
      {newer !== undefined ? (
        <Overtaken title={t('corrections.changed')} take={t('corrections.reload')} onTake={() => take(newer)}>
          <p>{t('corrections.changedNow', { line: lineOf(newer) })}</p>
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
          {t('corrections.submit')}
        </button>
      </div>
    </Form>
  );
}
