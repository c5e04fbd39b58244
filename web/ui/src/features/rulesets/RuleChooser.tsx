import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { Problem } from '../../api/problem';
import { useAsOf } from '../../frame/asOf';
import { TrialPreview } from '../../frame/TrialPreview';
import { ruleModelQuery } from '../../frame/trial';
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
  /** whether the version of today holds for good; asked of the province's own sets alone */
  pinned?: boolean;
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
  const setOf = (id: string | undefined) => sets.find((one) => one.id === id);
  const nameOf = (id: string) => setOf(id)?.name[language] ?? id;
  const [form] = Form.useForm<Chosen>();
  const chosenSet = setOf(Form.useWatch('ruleSet', form));
  const required = { required: true, whitespace: true, message: t('frame.required') };

  return (
    <>
      <Form<Chosen>
        form={form}
        layout="vertical"
        className="form"
        requiredMark={false}
        initialValues={{
          ruleSet: seen?.value.ruleSet ?? sets[0]?.id,
          pinned: seen !== null && !seen.value.follows,
          validFrom: asOf,
          reason: '',
        }}
        onFinish={({ ruleSet, pinned, validFrom, reason }) =>
          saving.mutate(
            {
              ruleSet,
              validFrom,
              reason: reason.trim(),
              ...(setOf(ruleSet)?.own && pinned ? { pinned } : {}),
            },
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
          <Select
            options={sets.map((set) => ({
              value: set.id,
              label: set.own ? `${set.name[language]} (${t('ruleSets.own')})` : set.name[language],
            }))}
          />
        </Form.Item>
        <Form.Item shouldUpdate noStyle>
          {({ getFieldValue }) => {
            const chosen = setOf(getFieldValue('ruleSet'));
            return (
              <>
                <p className="under">{chosen?.says?.[language]}</p>
                {chosen?.own && (
                  <Form.Item name="pinned" label={t('ruleSets.follow')}>
                    <Radio.Group>
                      <Radio value={false}>{t('ruleSets.followReleases')}</Radio>
                      <Radio value={true}>{t('ruleSets.pin', { version: chosen.version })}</Radio>
                    </Radio.Group>
                  </Form.Item>
                )}
              </>
            );
          }}
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
      {chosenSet && (
        <WouldFlip
          key={chosenSet.sha256}
          set={chosenSet}
          plan={scope === 'province' ? undefined : scope.plan}
        />
      )}
    </>
  );
}

/** What choosing a set would change, before it is chosen; asked for when somebody wants to see it. */
function WouldFlip({ set, plan }: { set: RuleSet; plan: string | undefined }) {
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  if (shown) return <Flipping set={set} plan={plan} />;
  return (
    <button type="button" className="link" onClick={() => setShown(true)}>
      {t('ruleSets.wouldFlip')}
    </button>
  );
}

function Flipping({ set, plan }: { set: RuleSet; plan: string | undefined }) {
  const model = useQuery(ruleModelQuery(set.sha256));
  return <Loaded query={model}>{({ model: text }) => <TrialPreview model={text} plan={plan} />}</Loaded>;
}
