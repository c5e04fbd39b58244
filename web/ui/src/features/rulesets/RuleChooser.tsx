import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { Problem } from '../../api/problem';
import { useAsOf } from '../../frame/asOf';
import { useWords } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { moment } from '../../ui/day';
import { Loaded } from '../../ui/Loaded';
import { Overtaken } from '../../ui/Overtaken';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SideSheet } from '../../ui/SideSheet';
import { choiceQuery, type RuleChoice, type RuleSet, type Scope, useChooseRules } from './rulesets.api';

interface Props {
  scope: Scope;
  name: string;
  sets: readonly RuleSet[];
  onClose: () => void;
  onSaved: () => void;
}

type Seen = { value: RuleChoice; etag: string } | null;

export function RuleChooser(props: Props) {
  const { t } = useWords();
  const choice = useQuery(choiceQuery(props.scope));
  return (
    <SideSheet title={t('ruleSets.chooseOf', { name: props.name })} onClose={props.onClose}>
      <Loaded query={choice}>
        {(current) => (
          <Chooser
            {...props}
            current={current}
            reload={() => choice.refetch().then(({ data }) => data ?? null)}
          />
        )}
      </Loaded>
    </SideSheet>
  );
}

interface Chosen {
  ruleSet: string;
  validFrom: string;
  reason: string;
}

function Chooser({
  scope,
  sets,
  current,
  reload,
  onSaved,
}: Props & { current: Seen; reload: () => Promise<Seen> }) {
  const { t, language } = useWords();
  const asOf = useAsOf();
  // What the chooser started from. Saving is refused when someone has chosen since; then the newer one is taken by hand.
  const [seen, setSeen] = useState(current);
  const [newer, setNewer] = useState<Seen>();
  const saving = useChooseRules(scope, seen?.etag);
  const nameOf = (id: string) => sets.find((one) => one.id === id)?.name[language] ?? id;
  const required = { required: true, whitespace: true, message: t('frame.required') };

  return (
    <Form<Chosen>
      layout="vertical"
      className="form"
      requiredMark={false}
      initialValues={{ ruleSet: seen?.value.ruleSet ?? sets[0]?.id, validFrom: asOf, reason: '' }}
      onFinish={(chosen) =>
        saving.mutate(
          { ...chosen, reason: chosen.reason.trim() },
          {
            onSuccess: onSaved,
            onError: (refusal) => {
              if (refusal instanceof Problem && refusal.status === 412) void reload().then(setNewer);
            },
          },
        )
      }
    >
      <Form.Item name="ruleSet" label={t('ruleSets.set')} rules={[required]}>
        <Select options={sets.map((set) => ({ value: set.id, label: set.name[language] }))} />
      </Form.Item>
      <Form.Item shouldUpdate noStyle>
        {({ getFieldValue }) => (
          <p className="under">{sets.find(({ id }) => id === getFieldValue('ruleSet'))?.says?.[language]}</p>
        )}
      </Form.Item>
      <Form.Item
        name="validFrom"
        label={t('thresholds.validFrom')}
        extra={t('ruleSets.validFromHint')}
        rules={[{ required: true, message: t('frame.required') }]}
      >
        <DayInput />
      </Form.Item>
      <Form.Item name="reason" label={t('thresholds.reason')} rules={[required]}>
        <Input.TextArea rows={2} />
      </Form.Item>
      {newer !== undefined ? (
        <Overtaken
          title={t('ruleSets.changed')}
          take={t('thresholds.reload')}
          onTake={() => {
            setSeen(newer);
            setNewer(undefined);
            saving.reset();
          }}
        >
          {newer && (
            <>
              <p>
                {t('thresholds.changedBy', {
                  by: newer.value.recordedBy,
                  at: moment(newer.value.recordedAt, language),
                })}
              </p>
              <p>{t('thresholds.changedNow', { values: nameOf(newer.value.ruleSet) })}</p>
            </>
          )}
        </Overtaken>
      ) : (
        saving.error && <ProblemAlert error={saving.error} />
      )}
      <div>
        <button type="submit" className="button primary" disabled={saving.isPending || newer !== undefined}>
          {t('ruleSets.submit')}
        </button>
      </div>
    </Form>
  );
}
