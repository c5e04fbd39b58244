import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n';

/** What can be written down wrongly of an area, in a form that adds or corrects one. @param children stand beside its code */
export function AreaFields({ children }: { children?: ReactNode }) {
  const { t } = useWords();
  const required = { required: true, whitespace: true, message: t('frame.required') };
  return (
    <>
      <Form.Item name="name" label={t('areas.name')} rules={[required]}>
        <Input />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="code" label={t('areas.code')} extra={t('areas.codeHint')} rules={[required]}>
          <Input autoComplete="off" />
        </Form.Item>
        {children}
      </div>
      <Form.Item name="source" label={t('areas.source')} extra={t('areas.sourceHint')}>
        <Input />
      </Form.Item>
    </>
  );
}
