import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { named, useWords } from '../../i18n';
import { moment } from '../../ui/day';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { type Charge, responsibleQuery, type Target, usePutInCharge } from './targets.api';

/** Who answers for a target, and who did before. */
export function Charges({ target, admin }: { target: Target; admin: boolean }) {
  const { t } = useWords();
  const now = target.charges.at(-1);
  const earlier = target.charges.slice(0, -1).reverse();
  return (
    <>
      <h3 className="section-title">{t('targets.inCharge')}</h3>
      {now ? <InCharge charge={now} /> : <p className="missing">{t('targets.nobody')}</p>}
      {earlier.length > 0 && (
        <details>
          <summary>{t('targets.earlierCharges', { n: earlier.length })}</summary>
          {earlier.map((charge) => (
            <InCharge key={charge.charge} charge={charge} />
          ))}
        </details>
      )}
      {admin && <PutInCharge target={target} now={now} />}
    </>
  );
}

function InCharge({ charge }: { charge: Charge }) {
  const { t, language } = useWords();
  return (
    <dl className="pairs">
      <div>
        <dt>{t('targets.owner')}</dt>
        <dd>{charge.owner.name}</dd>
      </div>
      {charge.coordinators.length > 0 && (
        <div>
          <dt>{t('targets.coordinators')}</dt>
          <dd>{charge.coordinators.map(({ name }) => name).join(', ')}</dd>
        </div>
      )}
      <div>
        <dt>{t('targets.chargeReason')}</dt>
        <dd>
          {charge.reason}
          <span className="under">
            {t('units.recorded', { at: moment(charge.recordedAt, language), by: charge.recordedBy })}
          </span>
        </dd>
      </div>
    </dl>
  );
}

interface Typed {
  owner: string;
  coordinators?: string[];
  reason: string;
}

function PutInCharge({ target, now }: { target: Target; now: Charge | undefined }) {
  const { t, language } = useWords();
  const units = useQuery(responsibleQuery);
  const putting = usePutInCharge(target.id, now?.charge);
  const required = { required: true, whitespace: true, message: t('frame.required') };
  const options = units.data
    ?.filter(({ validTo }) => !validTo)
    .map((unit) => ({ value: unit.id, label: named(unit, language) }));
  return (
    <details>
      <summary>{t(now ? 'targets.changeCharge' : 'targets.setCharge')}</summary>
      <Form<Typed>
        name="charge"
        layout="vertical"
        className="form framed"
        requiredMark={false}
        initialValues={{ owner: now?.owner.unit, coordinators: now?.coordinators.map(({ unit }) => unit) }}
        onFinish={({ owner, coordinators, reason }) =>
          putting.mutate({ owner, coordinators: coordinators ?? [], reason: reason.trim() })
        }
      >
        <Form.Item name="owner" label={t('targets.owner')} rules={[required]}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
        </Form.Item>
        <Form.Item name="coordinators" label={t('targets.coordinators')}>
          <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={options} />
        </Form.Item>
        <Form.Item name="reason" label={t('targets.chargeReason')} rules={[required]}>
          <Input />
        </Form.Item>
        {putting.error && <ProblemAlert error={putting.error} />}
        <div>
          <button type="submit" className="button plain" disabled={putting.isPending}>
            {t('targets.saveCharge')}
          </button>
        </div>
      </Form>
    </details>
  );
}
