import { Form, Input } from 'antd';
import { useWords } from '../../i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { type Case, type Explanation, useExplainCase } from './cases.api';

/** The answer of the unit that was asked. */
export function ExplainCase({ about, etag }: { about: Case; etag: string }) {
  const { t } = useWords();
  const explaining = useExplainCase(about.id, etag);
  const required = { required: true, whitespace: true, message: t('frame.required') };
  return (
    <>
      <h2 className="section-title">{t('cases.explain')}</h2>
      <Form<Explanation>
        name="explain"
        layout="vertical"
        className="form framed"
        requiredMark={false}
        onFinish={({ explanation, papers }) =>
          explaining.mutate({ explanation, ...(papers?.trim() ? { papers: papers.trim() } : {}) })
        }
      >
        <Form.Item name="explanation" label={t('cases.explanation')} rules={[required]}>
          <Input.TextArea rows={4} maxLength={4000} />
        </Form.Item>
        <Form.Item name="papers" label={t('cases.papers')} extra={t('cases.papersHint')}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
        {explaining.error && <ProblemAlert error={explaining.error} />}
        <div>
          <button type="submit" className="button primary" disabled={explaining.isPending}>
            {t('cases.sendExplanation')}
          </button>
        </div>
      </Form>
    </>
  );
}
