import { Form, Input, Select } from 'antd';
import { CorrectionForm } from '../../frame/CorrectionForm';
import { useWords } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { day } from '../../ui/day';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SideSheet } from '../../ui/SideSheet';
import {
  type Instrument,
  instrumentKinds,
  type NewInstrument,
  useAddInstrument,
  useCorrectInstrument,
} from './instruments.api';

interface AddProps {
  onClose: () => void;
  onAdded: (number: string) => void;
}

export function AddInstrumentSheet({ onClose, onAdded }: AddProps) {
  const { t } = useWords();
  const adding = useAddInstrument();
  return (
    <SideSheet title={t('instruments.add')} onClose={onClose}>
      <Form<NewInstrument>
        layout="vertical"
        className="form"
        requiredMark={false}
        initialValues={{ kind: 'resolution' }}
        onFinish={({ link, ...values }) =>
          adding.mutate(
            { ...values, ...(link?.trim() ? { link: link.trim() } : {}) },
            { onSuccess: ({ number }) => onAdded(number) },
          )
        }
      >
        <InstrumentFields />
        {adding.error && <ProblemAlert error={adding.error} />}
        <div>
          <button type="submit" className="button primary" disabled={adding.isPending}>
            {t('instruments.submit')}
          </button>
        </div>
      </Form>
    </SideSheet>
  );
}

interface CorrectProps {
  instrument: Instrument;
  reload: () => Promise<Instrument | undefined>;
  onClose: () => void;
  onCorrected: (number: string) => void;
}

/** Mends what was copied wrongly from a paper. */
export function CorrectInstrumentSheet({ instrument, reload, onClose, onCorrected }: CorrectProps) {
  const { t, language } = useWords();
  const correcting = useCorrectInstrument();
  return (
    <SideSheet title={t('instruments.correctOf', { number: instrument.number })} onClose={onClose}>
      <CorrectionForm
        current={instrument}
        reload={reload}
        fieldsOf={({ kind, number, issuedOn, issuer, title, link }): NewInstrument => ({
          kind,
          number,
          issuedOn,
          issuer,
          title,
          link: link ?? '',
        })}
        lineOf={({ number, issuedOn, issuer, title }) =>
          `${number} (${day(issuedOn, language)}) · ${issuer} · ${title}`
        }
        correcting={correcting}
        hint={t('instruments.correctHint')}
        onCorrected={({ number }) => onCorrected(number)}
      >
        {() => <InstrumentFields />}
      </CorrectionForm>
    </SideSheet>
  );
}

/** What is known of a paper, in a form that adds or corrects one. */
function InstrumentFields() {
  const { t } = useWords();
  const required = { required: true, whitespace: true, message: t('frame.required') };
  return (
    <>
      <div className="form-row">
        <Form.Item name="kind" label={t('instruments.kind')} rules={[required]}>
          <Select
            options={instrumentKinds.map((value) => ({ value, label: t(`instrumentKind.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="number"
          label={t('instruments.number')}
          extra={t('instruments.numberHint')}
          rules={[required]}
        >
          <Input autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="issuedOn" label={t('instruments.issuedOn')} rules={[required]}>
        <DayInput />
      </Form.Item>
      <Form.Item name="issuer" label={t('instruments.issuer')} rules={[required]}>
        <Input />
      </Form.Item>
      <Form.Item name="title" label={t('instruments.about')} rules={[required]}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Form.Item name="link" label={t('instruments.link')} extra={t('instruments.linkHint')}>
        <Input type="url" autoComplete="off" />
      </Form.Item>
    </>
  );
}
