import { Fragment, useState } from 'react';
import { useWords } from '../../i18n';
import { ratings } from '../../ui/rating';
import type { Review, TestCase, TestResult } from './authoring.api';
import { addCase } from './cases';
import { flagCodes } from './cells';
import { type Desk, useCodeWords } from './desk';
import { factNames, facts } from './facts';
import { sentenceOf } from './remarks';
import { factInWords, factWordInWords, flagInWords, ratingInWords } from './words';

interface Props {
  desk: Desk;
  cases: readonly TestCase[];
  review: Review | undefined;
  onChange: (cases: readonly TestCase[], place?: string) => void;
  /** goes to a row or an alert */
  onRule: (rule: string) => void;
}

/** What an author expects of targets, each with how it ends. */
export function Cases({ desk, cases, review, onChange, onRule }: Props) {
  const { t } = useWords();
  const tests = review?.tests ?? [];
  const passed = tests.filter((test) => test.passed).length;
  const numberOf = (rule: string) => {
    const row = desk.model.rows.findIndex((one) => one.rule === rule);
    return row >= 0
      ? t('authoring.rowNumber', { number: row + 1 })
      : t('authoring.alert', { number: desk.model.alerts.findIndex((one) => one.rule === rule) + 1 });
  };
  return (
    <section>
      <p>{t('authoring.casesIntro')}</p>
      <p role="status">
        <strong>{t('authoring.passedOf', { passed, all: tests.length })}</strong>
      </p>
      {review && review.unreached.length > 0 && (
        <p className="under">
          {t('authoring.unreached')}{' '}
          {review.unreached.map((rule, i) => (
            <Fragment key={rule}>
              {i > 0 && ', '}
              <button type="button" className="link" onClick={() => onRule(rule)}>
                {numberOf(rule)}
              </button>{' '}
              <code>{rule}</code>
            </Fragment>
          ))}
        </p>
      )}
      {cases.map((test, at) => (
        <Case
          key={test.id}
          desk={desk}
          test={test}
          result={tests.find(({ id }) => id === test.id)}
          onChange={(change) =>
            onChange(
              cases.map((one, i) => (i === at ? { ...one, ...change } : one)),
              `case ${test.id}`,
            )
          }
          onRemove={() => onChange(cases.filter((_, i) => i !== at))}
        />
      ))}
      {desk.mayEdit && (
        <button type="button" className="button plain" onClick={() => onChange(addCase(cases))}>
          {t('authoring.addCase')}
        </button>
      )}
    </section>
  );
}

interface CaseProps {
  desk: Desk;
  test: TestCase;
  result: TestResult | undefined;
  onChange: (change: Partial<TestCase>) => void;
  onRemove: () => void;
}

function Case({ desk: { model, mayEdit }, test, result, onChange, onRemove }: CaseProps) {
  const { t } = useWords();
  const { words, language } = useCodeWords();
  const name = test.name ?? { vi: '', en: '' };
  const rules = [...model.rows, ...model.alerts];
  // Opened and closed by hand once it is there.
  const [opened] = useState(!test.name || result?.passed === false);
  return (
    <details className="card test-case" open={opened}>
      <summary>
        <strong>{name[language] || test.id}</strong>
        {result && (
          <span className={`weight ${result.passed ? 'passed' : 'blocks'}`}>
            {result.passed ? '✓' : '✕'} {t(result.passed ? 'authoring.passed' : 'authoring.failed')}
          </span>
        )}
      </summary>
      <div className="form-row">
        {(['vi', 'en'] as const).map((one) => (
          <label key={one}>
            {t(one === 'vi' ? 'authoring.inVietnamese' : 'authoring.inEnglish', {
              what: t('authoring.caseName'),
            })}
            <input
              value={name[one]}
              maxLength={200}
              disabled={!mayEdit}
              onChange={({ target }) => onChange({ name: { ...name, [one]: target.value } })}
            />
          </label>
        ))}
      </div>
      <fieldset disabled={!mayEdit} className="facts-given">
        <legend>{t('authoring.given')}</legend>
        {factNames.map((fact) => (
          <label key={fact}>
            {factInWords(words, fact)}
            <select
              value={test.given[fact] ?? ''}
              onChange={({ target }) => onChange({ given: { ...test.given, [fact]: target.value } })}
            >
              <option value="">{t('authoring.usual')}</option>
              {facts[fact].map((word) => (
                <option key={word} value={word}>
                  {factWordInWords(words, fact, word)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </fieldset>
      <fieldset disabled={!mayEdit} className="facts-given">
        <legend>{t('authoring.expected')}</legend>
        <label>
          {t('authoring.rating')}
          <select value={test.rating} onChange={({ target }) => onChange({ rating: target.value })}>
            {ratings.map((rating) => (
              <option key={rating} value={rating}>
                {ratingInWords(words, rating)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('authoring.byRow')}
          <select value={test.row ?? ''} onChange={({ target }) => onChange({ row: target.value })}>
            <option value="">{t('authoring.anyRow')}</option>
            {model.rows.map(({ rule }) => (
              <option key={rule} value={rule}>
                {rule}
              </option>
            ))}
          </select>
        </label>
        <details>
          <summary>
            {t('authoring.flags')}:{' '}
            {(test.flags ?? []).map((flag) => flagInWords(words, flag)).join(', ') || t('authoring.noFlags')}
          </summary>
          <FlagCodes
            chosen={test.flags ?? []}
            codes={flagCodes(
              rules.flatMap((rule) =>
                'flag' in rule ? [rule.flag.code] : rule.flags.map(({ code }) => code),
              ),
            )}
            onChange={(flags) => onChange({ flags })}
          />
        </details>
      </fieldset>
      {result && !result.passed && (
        <div role="status">
          {result.found && (
            <p>
              {t('authoring.found', {
                rating: ratingInWords(words, result.found.rating),
                fired: result.found.fired.join(', '),
              })}
            </p>
          )}
          {result.found && (
            <p className="under">
              {t('authoring.foundFlags', {
                flags: result.found.flags.map((flag) => flagInWords(words, flag)).join(', ') || '—',
              })}
            </p>
          )}
          {result.remarks.map((remark) => (
            <p key={remark.code + remark.at}>{sentenceOf(remark, language, words)}</p>
          ))}
        </div>
      )}
      {mayEdit && (
        <button type="button" className="link" onClick={onRemove}>
          {t('authoring.removeThing')}
        </button>
      )}
    </details>
  );
}

/** Flags without their severity, which a case does not ask. */
function FlagCodes({
  chosen,
  codes,
  onChange,
}: {
  chosen: readonly string[];
  codes: readonly string[];
  onChange: (flags: string[]) => void;
}) {
  const { words } = useCodeWords();
  return (
    <div className="choices-of-words">
      {codes.map((code) => (
        <label key={code} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(code)}
            onChange={({ target }) =>
              onChange(codes.filter((one) => (one === code ? target.checked : chosen.includes(one))))
            }
          />
          {flagInWords(words, code)}
        </label>
      ))}
    </div>
  );
}
