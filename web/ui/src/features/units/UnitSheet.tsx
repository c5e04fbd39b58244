import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { named, useWords } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { day, moment } from '../../ui/day';
import { Loaded } from '../../ui/Loaded';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SideSheet } from '../../ui/SideSheet';
import {
  assignableQuery,
  type NewAssignment,
  type UnitChange,
  type UnitDetails,
  unitAreasQuery,
  unitQuery,
  useAssign,
  useChangeUnit,
  useEnterMember,
  useRemoveMember,
  useWithdraw,
} from './units.api';

interface Props {
  id: string;
  /** whether the reader may change it */
  admin: boolean;
  onClose: () => void;
}

/** One unit: who is in it, what it reports, its names. */
export function UnitSheet({ id, admin, onClose }: Props) {
  const { t, language } = useWords();
  const unit = useQuery(unitQuery(id));
  return (
    <SideSheet title={unit.data ? named(unit.data.value.unit, language) : t('units.one')} onClose={onClose}>
      <Loaded query={unit}>
        {({ value, etag }) => (
          <>
            <p className="under">
              {t(`unitKind.${value.unit.kind}`)} ·{' '}
              {t('units.since', { day: day(value.unit.validFrom, language) })}
              {value.unit.validTo && ` · ${t('units.until', { day: day(value.unit.validTo, language) })}`}
            </p>
            <Members details={value} admin={admin} />
            <Assignments details={value} admin={admin} />
            {admin && <Change key={etag} details={value} etag={etag} />}
          </>
        )}
      </Loaded>
    </SideSheet>
  );
}

function Members({ details, admin }: { details: UnitDetails; admin: boolean }) {
  const { t, language } = useWords();
  const entering = useEnterMember(details.unit.id);
  const removing = useRemoveMember(details.unit.id);
  const [form] = Form.useForm<{ username: string }>();
  return (
    <>
      <h3 className="section-title">{t('units.members')}</h3>
      {details.members.length === 0 && <p className="missing">{t('units.noMembers')}</p>}
      <ul className="entries">
        {details.members.map(({ username, recordedAt, recordedBy }) => (
          <li key={username}>
            <span>
              <code>{username}</code>
              <span className="under">
                {t('units.recorded', { at: moment(recordedAt, language), by: recordedBy })}
              </span>
            </span>
            {admin && (
              <button
                type="button"
                className="link"
                aria-label={t('units.removeOf', { name: username })}
                disabled={removing.isPending}
                onClick={() => removing.mutate(username)}
              >
                {t('units.remove')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {removing.error && <ProblemAlert error={removing.error} />}
      {admin && (
        <Form
          form={form}
          layout="vertical"
          className="form framed"
          requiredMark={false}
          onFinish={({ username }) =>
            entering.mutate(username.trim(), { onSuccess: () => form.resetFields() })
          }
        >
          <Form.Item
            name="username"
            label={t('units.username')}
            extra={t('units.usernameHint')}
            rules={[{ required: true, whitespace: true, message: t('frame.required') }]}
          >
            <Input autoComplete="off" />
          </Form.Item>
          {entering.error && <ProblemAlert error={entering.error} />}
          <div>
            <button type="submit" className="button plain" disabled={entering.isPending}>
              {t('units.enter')}
            </button>
          </div>
        </Form>
      )}
    </>
  );
}

function Assignments({ details, admin }: { details: UnitDetails; admin: boolean }) {
  const { t, language } = useWords();
  const indicators = useQuery(assignableQuery);
  const areas = useQuery(unitAreasQuery);
  const assigning = useAssign(details.unit.id);
  const withdrawing = useWithdraw(details.unit.id);
  const [form] = Form.useForm<NewAssignment>();
  const nameOf = (code: string) => {
    const indicator = indicators.data?.find((one) => one.code === code);
    return indicator ? named(indicator, language) : code;
  };
  const areaOf = (id: string | null | undefined) =>
    id ? (areas.data?.find((one) => one.id === id)?.name ?? id) : t('units.everyArea');
  if (details.unit.kind === 'compiler') {
    return (
      <>
        <h3 className="section-title">{t('units.assignments')}</h3>
        <p>{t('units.everything')}</p>
      </>
    );
  }
  return (
    <>
      <h3 className="section-title">{t('units.assignments')}</h3>
      {details.assignments.length === 0 && <p className="missing">{t('units.noAssignments')}</p>}
      <ul className="entries">
        {details.assignments.map(({ id, indicator, area, recordedAt, recordedBy }) => (
          <li key={id}>
            <span>
              {nameOf(indicator)} · {areaOf(area)}
              <span className="under">
                {t('units.recorded', { at: moment(recordedAt, language), by: recordedBy })}
              </span>
            </span>
            {admin && (
              <button
                type="button"
                className="link"
                aria-label={t('units.withdrawOf', { name: nameOf(indicator) })}
                disabled={withdrawing.isPending}
                onClick={() => withdrawing.mutate(id)}
              >
                {t('units.withdraw')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {withdrawing.error && <ProblemAlert error={withdrawing.error} />}
      {admin && (
        <Form<NewAssignment>
          form={form}
          layout="vertical"
          className="form framed"
          requiredMark={false}
          onFinish={({ indicator, area }) =>
            assigning.mutate(
              { indicator, ...(area ? { area } : {}) },
              { onSuccess: () => form.resetFields() },
            )
          }
        >
          <Form.Item
            name="indicator"
            label={t('units.indicator')}
            rules={[{ required: true, message: t('frame.required') }]}
          >
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={indicators.data?.map((one) => ({ value: one.code, label: named(one, language) }))}
            />
          </Form.Item>
          <Form.Item name="area" label={t('units.assignedArea')} extra={t('units.assignedAreaHint')}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={areas.data?.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          {assigning.error && <ProblemAlert error={assigning.error} />}
          <div>
            <button type="submit" className="button plain" disabled={assigning.isPending}>
              {t('units.assign')}
            </button>
          </div>
        </Form>
      )}
    </>
  );
}

/** Names and end. When somebody else was faster, the server's sentence says so and nothing is lost. */
function Change({ details, etag }: { details: UnitDetails; etag: string }) {
  const { t } = useWords();
  const changing = useChangeUnit(details.unit.id, etag);
  const required = { required: true, whitespace: true, message: t('frame.required') };
  const { name, nameEn, validTo } = details.unit;
  return (
    <>
      <h3 className="section-title">{t('units.change')}</h3>
      <Form<UnitChange>
        layout="vertical"
        className="form framed"
        requiredMark={false}
        initialValues={{ name, nameEn, validTo: validTo ?? undefined }}
        onFinish={({ validTo: end, ...names }) =>
          changing.mutate({ ...names, ...(end ? { validTo: end } : {}) })
        }
      >
        <Form.Item name="name" label={t('units.name')} rules={[required]}>
          <Input />
        </Form.Item>
        <Form.Item name="nameEn" label={t('units.nameEn')} rules={[required]}>
          <Input />
        </Form.Item>
        <Form.Item name="validTo" label={t('units.validTo')} extra={t('units.validToHint')}>
          <DayInput />
        </Form.Item>
        {changing.error && <ProblemAlert error={changing.error} />}
        <div>
          <button type="submit" className="button plain" disabled={changing.isPending}>
            {t('frame.save')}
          </button>
        </div>
      </Form>
    </>
  );
}
