import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, Select } from 'antd';
import { CorrectionForm } from '../../frame/CorrectionForm';
import { named, useWords, type Word } from '../../i18n';
import { Loaded } from '../../ui/Loaded';
import { periodInWords } from '../../ui/period';
import { SideSheet } from '../../ui/SideSheet';
import { type Fields, fieldsOf } from './correction';
import {
  plansQuery,
  type Statement,
  statementKinds,
  targetsQuery,
  useCorrectStatement,
} from './statements.api';

interface Props {
  statement: Statement;
  reload: () => Promise<Statement | undefined>;
  onClose: () => void;
  onCorrected: (code: string) => void;
}

/** Mends what was copied wrongly from a source, or tied to another thing than the one it speaks of. */
export function CorrectStatementSheet({ statement, reload, onClose, onCorrected }: Props) {
  const { t, language } = useWords();
  const correcting = useCorrectStatement();
  const plans = useQuery(plansQuery);
  const required = { required: true, whitespace: true, message: t('frame.required') };
  return (
    <SideSheet title={t('statements.correctOf', { code: statement.code })} onClose={onClose}>
      <Loaded query={plans}>
        {(known) => (
          <CorrectionForm
            current={statement}
            reload={reload}
            fieldsOf={fieldsOf}
            lineOf={({ quote, source }) => `“${quote}” · ${source}`}
            correcting={correcting}
            hint={t('statements.correctHint')}
            onCorrected={({ code }) => onCorrected(code)}
          >
            {({ observations }) => (
              <>
                <Form.Item name="kind" label={t('statements.kind')} rules={[required]}>
                  <Select
                    options={statementKinds.map((value) => ({ value, label: t(`statementKind.${value}`) }))}
                  />
                </Form.Item>
                <Form.Item name="quote" label={t('statements.quote')} rules={[required]}>
                  <Input.TextArea rows={4} />
                </Form.Item>
                <Form.Item name="source" label={t('statements.source')} rules={[required]}>
                  <Input.TextArea rows={2} />
                </Form.Item>
                <Form.Item name="note" label={t('statements.note')}>
                  <Input.TextArea rows={2} />
                </Form.Item>
                <Form.Item name="period" label={t('statements.period')} extra={t('statements.periodHint')}>
                  <Input autoComplete="off" />
                </Form.Item>
                <Form.Item name="plan" label={t('statements.plan')} extra={t('statements.planHint')}>
                  <Select
                    allowClear
                    showSearch={{ optionFilterProp: 'label' }}
                    options={known.map(({ id, title, period }) => ({
                      value: id,
                      label: `${title} (${periodInWords(period, language)})`,
                    }))}
                  />
                </Form.Item>
                <TargetField />
                {/* Hidden it still keeps its value, so that nothing is untied unseen. */}
                <Form.Item
                  name="observations"
                  label={t('statements.tiedFigures')}
                  extra={t('statements.tiedFiguresHint')}
                  hidden={observations.length === 0}
                >
                  <Checkbox.Group
                    aria-label={t('statements.tiedFigures')}
                    options={observations.map((value, at) => ({
                      value,
                      label: t('statements.tiedFigure', { n: at + 1 }),
                    }))}
                  />
                </Form.Item>
              </>
            )}
          </CorrectionForm>
        )}
      </Loaded>
    </SideSheet>
  );
}

/** The target that it is tied to, one of the chosen plan or still the one before. */
function TargetField() {
  const { t, language } = useWords();
  const form = Form.useFormInstance<Fields>();
  const plan = Form.useWatch('plan', form);
  const tied = Form.useWatch('target', form);
  const targets = useQuery(targetsQuery(plan));
  const options = (targets.data ?? []).map(({ id, indicator, authority, subgroup, area, wording }) => ({
    value: id,
    label: [
      named(indicator, language),
      t(`authority.${authority as Word<'authority'>}`),
      subgroup,
      area.name,
      `“${wording}”`,
    ]
      .filter(Boolean)
      .join(' · '),
  }));
  const known = tied === undefined || options.some(({ value }) => value === tied);
  return (
    <Form.Item name="target" label={t('statements.target')} extra={t('statements.targetHint')}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={known ? options : [{ value: tied, label: t('statements.tiedTarget') }, ...options]}
      />
    </Form.Item>
  );
}
