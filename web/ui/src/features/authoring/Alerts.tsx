import { useState } from 'react';
import { useWords } from '../../i18n';
import { flagCodes, SentenceFields, SeverityChoice, WordChoice } from './cells';
import { type Desk, useCodeWords } from './desk';
import { factNames, facts } from './facts';
import { type Alert, keyed, newRule } from './model';
import { Weights } from './RuleTable';
import { cellInWords, factInWords, flagInWords } from './words';

/**
 * The alerts: when facts are so, raise a flag and say a sentence. None of them changes a rating.
 *
 * @param marked the alert that something else points to
 */
export function Alerts({ desk, marked }: { desk: Desk; marked?: string | undefined }) {
  const { t } = useWords();
  const { model, change, mayEdit, remarks } = desk;
  const put = (alerts: readonly Alert[], place?: string) => change({ ...model, alerts }, place);
  return (
    <section>
      {model.alerts.length === 0 && <p className="missing">{t('authoring.noAlerts')}</p>}
      {keyed(model.alerts, ({ rule }) => rule).map(({ key, thing: alert, at }) => (
        <article
          key={key}
          id={`row-${alert.rule}`}
          className={marked === alert.rule ? 'card alert-card marked' : 'card alert-card'}
        >
          <h3>
            {t('authoring.alert', { number: at + 1 })} <code className="under">{alert.rule}</code>{' '}
            <Weights remarks={remarks.filter(({ place }) => place.part === 'alert' && place.at === at)} />
          </h3>
          <AlertFields
            alert={alert}
            codes={flagCodes(model.alerts.map(({ flag }) => flag.code))}
            mayEdit={mayEdit}
            onChange={(next) =>
              put(
                model.alerts.map((one, i) => (i === at ? { ...alert, ...next } : one)),
                `alert ${at} ${Object.keys(next).join()}`,
              )
            }
          />
          {mayEdit && (
            <button
              type="button"
              className="link"
              onClick={() => put(model.alerts.filter((_, i) => i !== at))}
            >
              {t('authoring.removeThing')}
            </button>
          )}
        </article>
      ))}
      {mayEdit && (
        <button
          type="button"
          className="button plain"
          onClick={() =>
            put([
              ...model.alerts,
              {
                rule: newRule(model, 'alert'),
                when: { phase: ['running'] },
                flag: { code: 'stale', severity: 'medium' },
                vi: '',
                en: '',
              },
            ])
          }
        >
          {t('authoring.addAlert')}
        </button>
      )}
    </section>
  );
}

interface FieldsProps {
  alert: Alert;
  codes: readonly string[];
  mayEdit: boolean;
  onChange: (change: Partial<Alert>) => void;
}

function AlertFields({ alert, codes, mayEdit, onChange }: FieldsProps) {
  const { t } = useWords();
  const { words } = useCodeWords();
  const [opened, setOpened] = useState<string>();
  const asked = Object.keys(alert.when);
  const ask = (fact: string, cell: readonly string[]) => {
    const { [fact]: _, ...rest } = alert.when;
    onChange({ when: cell.length === 0 ? rest : { ...alert.when, [fact]: cell } });
  };
  return (
    <>
      <p>{t('authoring.alertWhen')}</p>
      <ul className="conditions">
        {asked.map((fact) => (
          <li key={fact}>
            {factInWords(words, fact)}:{' '}
            {mayEdit ? (
              <button
                type="button"
                className="link"
                aria-expanded={opened === fact}
                onClick={() => setOpened(opened === fact ? undefined : fact)}
              >
                {cellInWords(words, fact, alert.when[fact] ?? [])}
              </button>
            ) : (
              cellInWords(words, fact, alert.when[fact] ?? [])
            )}
            {opened === fact && (
              <WordChoice fact={fact} chosen={alert.when[fact] ?? []} onChange={(cell) => ask(fact, cell)} />
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <label>
          {t('authoring.addCondition')}{' '}
          <select
            value=""
            onChange={({ target: { value } }) => {
              const fact = factNames.find((one) => one === value);
              if (!fact) return;
              onChange({ when: { ...alert.when, [fact]: [facts[fact][0]] } });
              setOpened(fact);
            }}
          >
            <option value="">—</option>
            {factNames
              .filter((fact) => !asked.includes(fact))
              .map((fact) => (
                <option key={fact} value={fact}>
                  {factInWords(words, fact)}
                </option>
              ))}
          </select>
        </label>
      )}
      <p className="flag-choice">
        {t('authoring.alertThen')}{' '}
        <select
          aria-label={t('authoring.flagCode')}
          value={alert.flag.code}
          disabled={!mayEdit}
          onChange={({ target }) => onChange({ flag: { ...alert.flag, code: target.value } })}
        >
          {codes.map((code) => (
            <option key={code} value={code}>
              {flagInWords(words, code)}
            </option>
          ))}
        </select>
        <SeverityChoice
          label={t('authoring.severity')}
          severity={alert.flag.severity}
          disabled={!mayEdit}
          onChange={(severity) => onChange({ flag: { ...alert.flag, severity } })}
        />
      </p>
      <SentenceFields sentence={alert} disabled={!mayEdit} onChange={onChange} />
    </>
  );
}
