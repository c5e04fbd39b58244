import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Select } from 'antd';
import type { Version } from '../../frame/offered';
import { useWords } from '../../i18n';
import { day } from '../../ui/day';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { useSetName } from '../../ui/RuleOrigin';
import { useOpenDraft } from './authoring.api';
import { proposedId } from './words';
import { NATIONAL, useWorkspace } from './workspace';

interface Props {
  sets: readonly Version[];
  /** the hash of the set to begin as; else the first one */
  from?: string | undefined;
}

/** A new draft: what it is called, and the set it begins as. */
export function OpenDraft({ sets, from: first }: Props) {
  const { t, language } = useWords();
  const { nation, own } = useWorkspace();
  const navigate = useNavigate();
  const nameInList = useSetName();
  const opening = useOpenDraft();
  const [form] = Form.useForm<{ from: string; name: string; id: string }>();
  const required = { required: true, whitespace: true, message: t('frame.required') };
  const begun = sets.find(({ sha256 }) => sha256 === first) ?? sets[0];
  // Of a set of one's own the next version is meant, unless another name is given.
  const called = (set: Version | undefined) =>
    set?.origin === own ? { name: set.name.vi, id: set.id } : undefined;
  return (
    <Form
      form={form}
      name="open-draft"
      layout="vertical"
      className="form"
      requiredMark={false}
      initialValues={{ from: begun?.sha256, ...(called(begun) ?? { name: '', id: nation ? NATIONAL : '' }) }}
      onValuesChange={(changed, { name }) => {
        if (changed.name !== undefined && !form.isFieldTouched('id')) {
          form.setFieldValue('id', proposedId(name, nation));
        }
        const next = called(sets.find(({ sha256 }) => sha256 === changed.from));
        if (next) form.setFieldsValue(next);
      }}
      onFinish={({ from, name, id }) =>
        opening.mutate(
          { ruleSet: id, from, name: name.trim() },
          {
            onSuccess: ({ id: draftId }) =>
              void navigate({ to: '/rule-drafts/$draftId', params: { draftId } }),
          },
        )
      }
    >
      <Form.Item name="from" label={t('authoring.from')} rules={[required]}>
        <Select
          options={sets.map((set) => ({
            value: set.sha256,
            label: set.firstDay
              ? t('authoring.aheadVersion', {
                  set: nameInList(set),
                  version: set.version,
                  day: day(set.firstDay, language),
                })
              : nameInList(set),
          }))}
        />
      </Form.Item>
      <Form.Item name="name" label={t('authoring.name')} rules={[required]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="id"
        label={t('authoring.id')}
        extra={t(nation ? 'authoring.nationalIdHint' : 'authoring.idHint')}
        rules={[
          required,
          { pattern: /^[a-z][a-z0-9-]{0,59}$/, message: t('authoring.idMalformed') },
          nation
            ? { pattern: /^national-[a-z0-9]/, message: t('authoring.idNotNational', { prefix: NATIONAL }) }
            : { pattern: /^(?!national-)/, message: t('authoring.idNational', { prefix: NATIONAL }) },
        ]}
      >
        <Input maxLength={60} />
      </Form.Item>
      {opening.error && <ProblemAlert error={opening.error} />}
      <div>
        <button type="submit" className="button primary" disabled={opening.isPending}>
          {t('authoring.openDraft')}
        </button>
      </div>
    </Form>
  );
}
