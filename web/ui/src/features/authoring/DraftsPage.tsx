import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useAsOf } from '../../frame/asOf';
import { useSession } from '../../frame/session';
import { useWords } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { day, moment } from '../../ui/day';
import { Empty, Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SideSheet } from '../../ui/SideSheet';
import { WideTable } from '../../ui/WideTable';
import {
  beginningsQuery,
  draftsQuery,
  type Release,
  type RuleSet,
  releasesQuery,
  useOpenDraft,
  useRollBack,
} from './authoring.api';
import { idOf } from './words';

/** The province's own rule sets: what is being written, and what was released. */
export function DraftsPage() {
  const { t } = useWords();
  const { may } = useSession();
  const [opening, setOpening] = useState(false);
  const [again, setAgain] = useState<Release>();
  const [rolledBack, setRolledBack] = useState(false);
  const releases = useQuery(releasesQuery);
  const beginnings = useQuery(beginningsQuery);
  const author = may('rule-author');
  const newest = (ruleSet: string) =>
    Math.max(...(releases.data ?? []).filter((one) => one.ruleSet === ruleSet).map(({ number }) => number));
  return (
    <>
      <PageHead
        title={t('authoring.title')}
        actions={
          author && (
            <button type="button" className="button primary" onClick={() => setOpening(true)}>
              {t('authoring.openDraft')}
            </button>
          )
        }
      >
        <p>{t('authoring.intro')}</p>
        <p className="facts">
          <Link to="/rule-guide">{t('authoring.guide')}</Link>
          <Link to="/rule-sets">{t('authoring.toSets')}</Link>
        </p>
      </PageHead>
      {rolledBack && (
        <p className="note" role="status">
          {t('authoring.rolledBack')}
        </p>
      )}
      <h2 className="section-title">{t('authoring.drafts')}</h2>
      <Drafts />
      <h2 className="section-title">{t('authoring.releases')}</h2>
      <Loaded query={releases}>
        {(all) => <Releases releases={all} onAgain={author ? setAgain : undefined} />}
      </Loaded>
      {opening && (
        <SideSheet title={t('authoring.openDraft')} onClose={() => setOpening(false)}>
          <Loaded query={beginnings}>{(sets) => <OpenForm sets={sets} />}</Loaded>
        </SideSheet>
      )}
      {again && (
        <SideSheet
          title={t('authoring.rollBackOf', { set: again.ruleSet, version: again.setVersion })}
          onClose={() => setAgain(undefined)}
        >
          <RollBack
            release={again}
            number={newest(again.ruleSet)}
            onDone={() => {
              setAgain(undefined);
              setRolledBack(true);
            }}
          />
        </SideSheet>
      )}
    </>
  );
}

function Drafts() {
  const { t, language } = useWords();
  const drafts = useQuery(draftsQuery);
  return (
    <Loaded query={drafts}>
      {(all) =>
        all.length === 0 ? (
          <Empty title={t('authoring.noDrafts')}>
            <p>{t('authoring.noDraftsDetail')}</p>
          </Empty>
        ) : (
          <WideTable label={t('authoring.drafts')}>
            <table className="ledger">
              <thead>
                <tr>
                  <th scope="col">{t('authoring.set')}</th>
                  <th scope="col">{t('authoring.version')}</th>
                  <th scope="col">{t('authoring.status')}</th>
                  <th scope="col">{t('authoring.savedBy')}</th>
                  <th scope="col">{t('authoring.at')}</th>
                </tr>
              </thead>
              <tbody>
                {all.map((draft) => (
                  <tr key={draft.id}>
                    <th scope="row">
                      <Link to="/rule-drafts/$draftId" params={{ draftId: draft.id }}>
                        {draft.ruleSet}
                      </Link>
                    </th>
                    <td>{draft.setVersion}</td>
                    <td>
                      <span className="chip">{t(`draftStatus.${draft.status}`)}</span>
                    </td>
                    <td>{draft.recordedBy}</td>
                    <td>{moment(draft.recordedAt, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
        )
      }
    </Loaded>
  );
}

interface ReleasesProps {
  releases: readonly Release[];
  /** absent for those who only read */
  onAgain: ((release: Release) => void) | undefined;
}

/** Every release, the newest first; any version may be released again. */
function Releases({ releases, onAgain }: ReleasesProps) {
  const { t, language } = useWords();
  if (releases.length === 0) return <p className="missing">{t('authoring.noReleases')}</p>;
  return (
    <WideTable label={t('authoring.releases')}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('authoring.set')}</th>
            <th scope="col">{t('authoring.version')}</th>
            <th scope="col">{t('authoring.validFrom')}</th>
            <th scope="col">{t('authoring.reason')}</th>
            <th scope="col">{t('authoring.by')}</th>
            <th scope="col">{t('authoring.at')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('scorecard.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {releases.map((release) => (
            <tr key={release.id}>
              <th scope="row">
                <Link to="/rule-models/$sha256" params={{ sha256: release.sha256 }}>
                  {release.ruleSet}
                </Link>
              </th>
              <td>
                {release.setVersion}
                {!release.draft && <span className="under">{t('authoring.again')}</span>}
              </td>
              <td>{day(release.validFrom, language)}</td>
              <td className="words">{release.reason}</td>
              <td>{release.recordedBy}</td>
              <td>{moment(release.recordedAt, language)}</td>
              <td>
                {onAgain && (
                  <button
                    type="button"
                    className="link"
                    aria-label={t('authoring.rollBackOf', {
                      set: release.ruleSet,
                      version: release.setVersion,
                    })}
                    onClick={() => onAgain(release)}
                  >
                    {t('authoring.rollBack')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

/** A new draft: what it is called, and the set it begins as. */
function OpenForm({ sets }: { sets: readonly RuleSet[] }) {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const opening = useOpenDraft();
  const [form] = Form.useForm<{ from: string; name: string; id: string }>();
  const required = { required: true, whitespace: true, message: t('frame.required') };
  return (
    <Form
      form={form}
      name="open-draft"
      layout="vertical"
      className="form"
      requiredMark={false}
      initialValues={{ from: sets[0]?.sha256, name: '', id: '' }}
      onValuesChange={(changed, { name }) => {
        if (changed.name !== undefined && !form.isFieldTouched('id')) form.setFieldValue('id', idOf(name));
        const chosen = sets.find(({ sha256 }) => sha256 === changed.from);
        // Of a set of the province's own the next version is meant, unless another name is given.
        if (chosen?.own) form.setFieldsValue({ name: chosen.name.vi, id: chosen.id });
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
            label: set.own ? `${set.name[language]} (${t('ruleSets.own')})` : set.name[language],
          }))}
        />
      </Form.Item>
      <Form.Item name="name" label={t('authoring.name')} rules={[required]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="id"
        label={t('authoring.id')}
        extra={t('authoring.idHint')}
        rules={[required, { pattern: /^[a-z][a-z0-9-]{0,59}$/, message: t('authoring.idMalformed') }]}
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

interface RollBackProps {
  release: Release;
  /** of the set's newest release */
  number: number;
  onDone: () => void;
}

function RollBack({ release, number, onDone }: RollBackProps) {
  const { t } = useWords();
  const asOf = useAsOf();
  const rolling = useRollBack(release.ruleSet, number);
  return (
    <Form<{ validFrom: string; reason: string }>
      name="roll-back"
      layout="vertical"
      className="form"
      requiredMark={false}
      initialValues={{ validFrom: asOf, reason: '' }}
      onFinish={({ validFrom, reason }) =>
        rolling.mutate({ sha256: release.sha256, validFrom, reason: reason.trim() }, { onSuccess: onDone })
      }
    >
      <Form.Item
        name="validFrom"
        label={t('authoring.validFrom')}
        extra={t('authoring.rollBackHint')}
        rules={[{ required: true, message: t('frame.required') }]}
      >
        <DayInput />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('authoring.reason')}
        rules={[{ required: true, whitespace: true, message: t('frame.required') }]}
      >
        <Input.TextArea rows={2} />
      </Form.Item>
      {rolling.error && <ProblemAlert error={rolling.error} />}
      <div>
        <button type="submit" className="button primary" disabled={rolling.isPending}>
          {t('authoring.rollBack')}
        </button>
      </div>
    </Form>
  );
}
