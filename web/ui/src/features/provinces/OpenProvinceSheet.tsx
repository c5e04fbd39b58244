import { Checkbox, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { named, useWords } from '../../i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SideSheet } from '../../ui/SideSheet';
import { type NewProvince, type OpenedProvince, type Province, useOpenProvince } from './provinces.api';

/** @param started an opening that stopped on the way and is to be continued */
export function OpenProvinceSheet({
  started,
  onClose,
}: {
  started: Province | undefined;
  onClose: () => void;
}) {
  const { t, language } = useWords();
  const opening = useOpenProvince();
  const required = { required: true, whitespace: true, message: t('frame.required') };

  const open = ({ simulated, ...province }: NewProvince) =>
    opening.mutate({ ...province, ...(simulated ? { simulated } : {}) });

  if (opening.data) {
    return (
      <SideSheet title={t('provinces.opened', { name: named(opening.data, language) })} onClose={onClose}>
        <FirstAdmin opened={opening.data} />
      </SideSheet>
    );
  }
  return (
    <SideSheet
      title={started ? t('provinces.continueOf', { name: named(started, language) }) : t('provinces.open')}
      onClose={onClose}
    >
      <Form<NewProvince>
        layout="vertical"
        className="form"
        requiredMark={false}
        initialValues={{ begins: 'catalogue', ...started, admin: {} }}
        onFinish={open}
      >
        <p className="under">{t('provinces.steps')}</p>
        <Form.Item
          name="id"
          label={t('provinces.id')}
          extra={t('provinces.idHint')}
          rules={[required, { pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/, message: t('provinces.badId') }]}
        >
          <Input disabled={started !== undefined} autoComplete="off" />
        </Form.Item>
        <div className="form-row">
          <Form.Item name="name" label={t('provinces.name')} rules={[required]}>
            <Input />
          </Form.Item>
          <Form.Item name="nameEn" label={t('provinces.nameEn')} rules={[required]}>
            <Input />
          </Form.Item>
        </div>
        <Form.Item name="code" label={t('provinces.code')} rules={[required]}>
          <Input />
        </Form.Item>
        <Form.Item name="begins" label={t('provinces.begins')}>
          <Radio.Group
            options={[
              { value: 'catalogue', label: t('provinces.beginsCatalogue') },
              { value: 'archive', label: t('provinces.beginsArchive') },
            ]}
          />
        </Form.Item>
        <Form.Item name="simulated" valuePropName="checked">
          <Checkbox>{t('provinces.simulated')}</Checkbox>
        </Form.Item>
        <h3 className="section-title">{t('provinces.admin')}</h3>
        <div className="form-row">
          <Form.Item name={['admin', 'username']} label={t('provinces.username')} rules={[required]}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name={['admin', 'email']} label={t('provinces.email')} rules={[required]}>
            <Input inputMode="email" autoComplete="off" />
          </Form.Item>
          <Form.Item name={['admin', 'lastName']} label={t('provinces.lastName')} rules={[required]}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name={['admin', 'firstName']} label={t('provinces.firstName')} rules={[required]}>
            <Input autoComplete="off" />
          </Form.Item>
        </div>
        {opening.error && <ProblemAlert error={opening.error} />}
        <div>
          <button type="submit" className="button primary" disabled={opening.isPending}>
            {t(started ? 'provinces.continue' : 'provinces.submit')}
          </button>
        </div>
      </Form>
    </SideSheet>
  );
}

/** The first administrator's temporary password: shown here and nowhere again. */
function FirstAdmin({ opened }: { opened: OpenedProvince }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const admin = opened.firstAdmin;
  if (!admin) return null;
  const { username, temporaryPassword } = admin;
  if (!temporaryPassword) return <p>{t('provinces.noPassword', { username })}</p>;
  return (
    <div className="form">
      <p>{t('provinces.password', { username })}:</p>
      <p className="password">
        <code>{temporaryPassword}</code>
        <button
          type="button"
          className="button plain"
          onClick={() => void navigator.clipboard.writeText(temporaryPassword).then(() => setCopied(true))}
        >
          {t('provinces.copy')}
        </button>
        <span role="status">{copied && t('provinces.copied')}</span>
      </p>
      <p className="note">{t('provinces.passwordOnce')}</p>
    </div>
  );
}
