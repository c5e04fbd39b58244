import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useAsOf } from '../../frame/asOf';
import { useWords } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SideSheet } from '../../ui/SideSheet';
import { areasQuery, levels, type NewSuccession, successionKinds, useRecordSuccession } from './areas.api';

interface Props {
  onClose: () => void;
  onRecorded: () => void;
}

/** Ends areas and names what follows them: areas entered before for that day, or new ones entered with it. */
export function SuccessionSheet({ onClose, onRecorded }: Props) {
  const { t } = useWords();
  const asOf = useAsOf();
  const areas = useQuery(areasQuery(undefined));
  const [form] = Form.useForm<NewSuccession>();
  const kind = Form.useWatch('kind', form);
  const on = Form.useWatch('on', form);
  const recording = useRecordSuccession();
  const required = { required: true, message: t('frame.required') };
  const followed = kind !== 'abolished';
  const options = (which: (one: { validFrom: string; validTo?: string | null }) => boolean) =>
    areas.data
      ?.filter((one) => one.level !== 'province' && which(one))
      .map(({ id, name, code }) => ({ value: id, label: `${name} (${code})` }));
  return (
    <SideSheet title={t('areas.recordSuccession')} onClose={onClose}>
      <Form<NewSuccession>
        form={form}
        layout="vertical"
        className="form"
        requiredMark={false}
        initialValues={{ kind: 'merged', on: asOf }}
        onFinish={({ successors, added, ...rest }) =>
          recording.mutate(
            { ...rest, ...(followed ? { successors: successors ?? [], added: added ?? [] } : {}) },
            { onSuccess: onRecorded },
          )
        }
      >
        <p className="under">{t('areas.successionHint')}</p>
        <div className="form-row">
          <Form.Item name="kind" label={t('areas.kind')} rules={[required]}>
            <Select
              options={successionKinds.map((value) => ({ value, label: t(`successionKind.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="on" label={t('areas.on')} rules={[required]}>
            <DayInput />
          </Form.Item>
        </div>
        <Form.Item name="predecessors" label={t('areas.predecessors')} rules={[required]}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={options(({ validTo }) => !validTo)}
          />
        </Form.Item>
        {followed && (
          <>
            <Form.Item name="successors" label={t('areas.successors')} extra={t('areas.successorsHint')}>
              <Select
                mode="multiple"
                showSearch={{ optionFilterProp: 'label' }}
                options={options(({ validFrom }) => validFrom === on)}
              />
            </Form.Item>
            <Form.List name="added">
              {(fields, { add, remove }) => (
                <>
                  {fields.map(({ key, name }) => (
                    <fieldset key={key} className="form framed">
                      <legend>{t('areas.addedOne', { n: name + 1 })}</legend>
                      <Form.Item name={[name, 'name']} label={t('areas.name')} rules={[required]}>
                        <Input />
                      </Form.Item>
                      <div className="form-row">
                        <Form.Item name={[name, 'level']} label={t('areas.level')} rules={[required]}>
                          <Select
                            options={levels.map((value) => ({ value, label: t(`areaLevel.${value}`) }))}
                          />
                        </Form.Item>
                        <Form.Item name={[name, 'code']} label={t('areas.code')} rules={[required]}>
                          <Input autoComplete="off" />
                        </Form.Item>
                      </div>
                      <div>
                        <button type="button" className="link" onClick={() => remove(name)}>
                          {t('areas.removeAdded', { n: name + 1 })}
                        </button>
                      </div>
                    </fieldset>
                  ))}
                  <div>
                    <button type="button" className="button plain" onClick={() => add({ level: 'commune' })}>
                      {t('areas.addSuccessor')}
                    </button>
                  </div>
                </>
              )}
            </Form.List>
          </>
        )}
        <Form.Item
          name="source"
          label={t('areas.instrument')}
          rules={[{ ...required, whitespace: true }]}
          extra={t('areas.instrumentHint')}
        >
          <Input.TextArea rows={2} />
        </Form.Item>
        {recording.error && <ProblemAlert error={recording.error} />}
        <div>
          <button type="submit" className="button primary" disabled={recording.isPending}>
            {t('areas.submitSuccession')}
          </button>
        </div>
      </Form>
    </SideSheet>
  );
}
