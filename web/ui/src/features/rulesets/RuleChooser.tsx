import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { Problem } from '../../api/problem';
import { useAsOf } from '../../frame/asOf';
import { type Release, type Version, versionOn } from '../../frame/offered';
import { TrialPreview } from '../../frame/TrialPreview';
import { ruleModelQuery } from '../../frame/trial';
import { useWords } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { day, later, moment, today } from '../../ui/day';
import { Loaded } from '../../ui/Loaded';
import { Overtaken } from '../../ui/Overtaken';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { useSetName } from '../../ui/RuleOrigin';
import { SideSheet } from '../../ui/SideSheet';
import { outranking, versionsBy } from './course';
import { choiceQuery, type RuleChoice, type Scope, useChooseRules } from './rulesets.api';

interface Props {
  scope: Scope;
  name: string;
  sets: readonly Version[];
  releases: readonly Release[];
  choices: readonly RuleChoice[];
  /** the set to begin with, following it; else what was chosen last */
  ruleSet?: string | undefined;
  /** whether to begin with keeping today's version */
  pin?: boolean | undefined;
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

/** Instead of a version that is kept. */
const FOLLOWED = 'followed';

interface Chosen {
  ruleSet: string;
  /** the version that is kept for good, or that releases are followed; asked of sets that are released, not of the house's */
  kept?: string;
  validFrom: string;
  reason: string;
}

function Chooser({
  scope,
  sets,
  releases,
  choices,
  ruleSet: first,
  pin = false,
  current,
  reload,
  onSaved,
}: Props & { current: Seen; reload: () => Promise<Seen> }) {
  const { t, language } = useWords();
  const asOf = useAsOf();
  const nameInList = useSetName();
  // What the chooser started from. Saving is refused when someone has chosen since; then the newer one is taken by hand.
  const [seen, setSeen] = useState(current);
  const [newer, setNewer] = useState<Seen>();
  const saving = useChooseRules(scope, seen?.etag);
  const setOf = (id: string | undefined) => sets.find((one) => one.id === id);
  const nameOf = (id: string) => setOf(id)?.name[language] ?? id;
  const begun = setOf(first ?? seen?.value.ruleSet) ?? sets[0];
  const firstDay = (set: Version | undefined, wanted: string) =>
    set?.firstDay ? later(set.firstDay, wanted) : wanted;
  const [form] = Form.useForm<Chosen>();
  const chosen = setOf(Form.useWatch('ruleSet', form));
  const validFrom = Form.useWatch('validFrom', form);
  const kept = Form.useWatch('kept', form);
  const holding = chosen && versionOn(chosen, releases, validFrom ?? asOf, today());
  const keepable = chosen ? versionsBy(releases, chosen.id, later(validFrom ?? asOf, today())) : [];
  const version = keepable.find(({ sha256 }) => sha256 === kept) ?? holding;
  const after = outranking(choices, scope === 'province' ? null : scope.plan, validFrom ?? asOf);
  const [next] = after;
  const last = after.at(-1);
  const required = { required: true, whitespace: true, message: t('frame.required') };

  return (
    <>
      <Form<Chosen>
        form={form}
        layout="vertical"
        className="form"
        requiredMark={false}
        initialValues={{
          ruleSet: begun?.id,
          kept:
            begun && pin
              ? versionOn(begun, releases, today(), today()).sha256
              : first === undefined && seen && !seen.value.follows && begun?.id === seen.value.ruleSet
                ? seen.value.sha256
                : FOLLOWED,
          // What holds today is pinned from today on: from the next release's first day on that one would be.
          validFrom: firstDay(begun, pin ? today() : asOf),
          reason: '',
        }}
        onValuesChange={(changed) => {
          if (changed.ruleSet === undefined) return;
          const wanted = form.getFieldValue('validFrom') ?? asOf;
          form.setFieldsValue({ validFrom: firstDay(setOf(changed.ruleSet), wanted), kept: FOLLOWED });
        }}
        onFinish={({ ruleSet, kept, validFrom, reason }) =>
          saving.mutate(
            {
              ruleSet,
              validFrom,
              reason: reason.trim(),
              ...(setOf(ruleSet)?.origin !== 'house' && kept && kept !== FOLLOWED
                ? { pinned: true, sha256: kept }
                : {}),
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
          <Select options={sets.map((set) => ({ value: set.id, label: nameInList(set) }))} />
        </Form.Item>
        {chosen && (
          <>
            <p className="under">{chosen.says?.[language]}</p>
            {chosen.origin !== 'house' && (
              <Form.Item
                name="kept"
                label={t('ruleSets.follow')}
                dependencies={['validFrom', 'ruleSet']}
                rules={[
                  {
                    // The day may have moved before the version that was to be kept.
                    validator: async (_, wanted?: string) => {
                      if (wanted !== FOLLOWED && !keepable.some(({ sha256 }) => sha256 === wanted)) {
                        throw new Error(t('ruleSets.notReleasedYet'));
                      }
                    },
                  },
                ]}
              >
                <Radio.Group className="versions">
                  <Radio value={FOLLOWED}>{t('ruleSets.followReleases')}</Radio>
                  {keepable.map(({ sha256, setVersion }) => (
                    <Radio key={sha256} value={sha256}>
                      {t('ruleSets.pin', { version: setVersion })}
                    </Radio>
                  ))}
                </Radio.Group>
              </Form.Item>
            )}
          </>
        )}
        <Form.Item
          name="validFrom"
          label={t('thresholds.validFrom')}
          extra={
            chosen?.firstDay
              ? t('ruleSets.aheadHint', { day: day(chosen.firstDay, language) })
              : t('ruleSets.validFromHint')
          }
          dependencies={['ruleSet']}
          rules={[
            { required: true, message: t('frame.required') },
            ({ getFieldValue }) => ({
              validator: async (_, from?: string) => {
                const earliest = setOf(getFieldValue('ruleSet'))?.firstDay;
                if (earliest && from && from < earliest) {
                  throw new Error(t('ruleSets.tooEarly', { day: day(earliest, language) }));
                }
              },
            }),
          ]}
        >
          <DayInput />
        </Form.Item>
        {next && last && (
          <p className="caution" role="status">
            {t('ruleSets.onlyUntil', {
              day: day(next.validFrom, language),
              set: nameOf(next.ruleSet),
              by: next.recordedBy,
              last: day(last.validFrom, language),
            })}
          </p>
        )}
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
      {version && (
        <WouldFlip
          key={version.sha256}
          sha256={version.sha256}
          plan={scope === 'province' ? undefined : scope.plan}
        />
      )}
    </>
  );
}

interface FlippingProps {
  sha256: string;
  plan: string | undefined;
  asOf?: string;
}

/** What choosing a set would change, before it is chosen; asked for when somebody wants to see it. */
export function WouldFlip(props: FlippingProps) {
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  if (shown) return <Flipping {...props} />;
  return (
    <button type="button" className="link" onClick={() => setShown(true)}>
      {t('ruleSets.wouldFlip')}
    </button>
  );
}

/** A version of a set tried on a plan. @param asOf the day to begin with */
export function Flipping({ sha256, plan, asOf }: FlippingProps) {
  const model = useQuery(ruleModelQuery(sha256));
  return (
    <Loaded query={model}>
      {({ model: text }) => <TrialPreview model={text} plan={plan} {...(asOf ? { asOf } : {})} />}
    </Loaded>
  );
}
