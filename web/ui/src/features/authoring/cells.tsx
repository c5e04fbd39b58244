import { useRef } from 'react';
import { useWords } from '../../i18n';
import { vi } from '../../i18n/vi';
import { RatingTag } from '../../ui/RatingTag';
import { type Rating, ratings } from '../../ui/rating';
import { useCodeWords } from './desk';
import { placeholders, severities, wordsOf } from './facts';
import { type Both, type Flag, onOneLine } from './model';
import { factWordInWords, flagInWords, severityInWords } from './words';

/** The words of a fact, to be ticked; none means any. */
export function WordChoice({
  fact,
  chosen,
  onChange,
}: {
  fact: string;
  chosen: readonly string[];
  onChange: (words: readonly string[]) => void;
}) {
  const { t } = useWords();
  const { words } = useCodeWords();
  const known = [...new Set([...wordsOf(fact), ...chosen])];
  return (
    <fieldset className="choices-of-words">
      <legend className="visually-hidden">{words.fact[fact as keyof typeof words.fact] ?? fact}</legend>
      {known.map((word) => (
        <label key={word} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(word)}
            onChange={({ target }) =>
              onChange(known.filter((one) => (one === word ? target.checked : chosen.includes(one))))
            }
          />
          {factWordInWords(words, fact, word)}
        </label>
      ))}
      <button type="button" className="link" onClick={() => onChange([])}>
        {t('authoring.setAny')}
      </button>
    </fieldset>
  );
}

export function RatingChoice({ chosen, onChange }: { chosen: string; onChange: (rating: string) => void }) {
  const { t } = useWords();
  const name = useRef(`rating-${crypto.randomUUID()}`).current;
  return (
    <fieldset className="choices-of-words">
      <legend className="visually-hidden">{t('authoring.rating')}</legend>
      {ratings.map((rating) => (
        <label key={rating} className="check">
          <input type="radio" name={name} checked={rating === chosen} onChange={() => onChange(rating)} />
          <RatingTag rating={rating} />
        </label>
      ))}
    </fieldset>
  );
}

/** The flags there are in words, and those that a set has of its own. */
export const flagCodes = (used: readonly string[]) => [...new Set([...Object.keys(vi.flag), ...used])];

export function FlagChoice({
  chosen,
  codes,
  onChange,
}: {
  chosen: readonly Flag[];
  codes: readonly string[];
  onChange: (flags: readonly Flag[]) => void;
}) {
  const { t } = useWords();
  const { words } = useCodeWords();
  return (
    <fieldset className="choices-of-words">
      <legend className="visually-hidden">{t('authoring.flags')}</legend>
      {codes.map((code) => {
        const flag = chosen.find((one) => one.code === code);
        const name = flagInWords(words, code);
        return (
          <div key={code} className="flag-choice">
            <label className="check">
              <input
                type="checkbox"
                checked={flag !== undefined}
                onChange={() =>
                  onChange(
                    flag ? chosen.filter((one) => one !== flag) : [...chosen, { code, severity: 'medium' }],
                  )
                }
              />
              {name}
            </label>
            {flag && (
              <SeverityChoice
                label={t('authoring.severityOf', { flag: name })}
                severity={flag.severity}
                onChange={(severity) =>
                  onChange(chosen.map((one) => (one === flag ? { code, severity } : one)))
                }
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

export function SeverityChoice({
  label,
  severity,
  disabled = false,
  onChange,
}: {
  label: string;
  severity: string;
  disabled?: boolean;
  onChange: (severity: string) => void;
}) {
  const { words } = useCodeWords();
  return (
    <select
      aria-label={label}
      value={severity}
      disabled={disabled}
      onChange={({ target }) => onChange(target.value)}
    >
      {severities.map((one) => (
        <option key={one} value={one}>
          {severityInWords(words, one)}
        </option>
      ))}
    </select>
  );
}

const LONGEST_SENTENCE = 400;

/** A sentence in both languages, with the blanks that it may leave open. */
export function SentenceFields({
  sentence,
  disabled = false,
  onChange,
}: {
  sentence: Both;
  disabled?: boolean;
  onChange: (change: Partial<Both>) => void;
}) {
  const { t } = useWords();
  const last = useRef<HTMLTextAreaElement>(null);
  const insert = (blank: string) => {
    const field = last.current;
    const language = field?.name === 'en' ? 'en' : 'vi';
    const text = sentence[language];
    const at = field?.selectionStart ?? text.length;
    onChange({ [language]: `${text.slice(0, at)}{${blank}}${text.slice(field?.selectionEnd ?? at)}` });
  };
  return (
    <div className="sentence-fields">
      {(['vi', 'en'] as const).map((language) => (
        <label key={language}>
          {t(language === 'vi' ? 'authoring.sentenceVi' : 'authoring.sentenceEn')}
          <textarea
            name={language}
            rows={3}
            lang={language}
            maxLength={LONGEST_SENTENCE}
            value={sentence[language]}
            disabled={disabled}
            onFocus={({ target }) => {
              last.current = target;
            }}
            onChange={({ target }) => onChange({ [language]: onOneLine(target.value) })}
          />
        </label>
      ))}
      {!disabled && (
        <details>
          <summary>{t('authoring.blanks')}</summary>
          <p className="blanks">
            {placeholders.map((blank) => (
              <button
                key={blank}
                type="button"
                className="blank"
                title={t(`blank.${blank}`)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => insert(blank)}
              >
                {`{${blank}}`}
              </button>
            ))}
          </p>
        </details>
      )}
    </div>
  );
}

/** A rating's tag; what is no rating is shown as it is. */
export function RatingCell({ rating }: { rating: string }) {
  return ratings.includes(rating as Rating) ? <RatingTag rating={rating as Rating} /> : <code>{rating}</code>;
}
