import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useAsOf } from '../../frame/asOf';
import { useWords } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { day, dayAfter, later, today } from '../../ui/day';
import { type Drafts, type Line, lineOf, newestOf, outcomeOf } from './lines';
import { type Scope, thresholdsQuery } from './thresholds.api';

interface Props {
  /** those that are changed */
  lines: readonly Line[];
  drafts: Drafts;
  nameOf: (scope: Scope) => string;
  saving: boolean;
  /** @returns whether every line was saved */
  onSave: (validFrom: string, reason: string) => Promise<boolean>;
  onDiscard: () => void;
}

/** From when and why all that was changed shall hold. */
export function SaveBar({ lines, drafts, nameOf, saving, onSave, onDiscard }: Props) {
  const { t, language } = useWords();
  const asOf = useAsOf();
  const ids = useId();
  const [chosen, setChosen] = useState<string>();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  // What stands above the provinces begins tomorrow at the earliest, so that they see it come.
  const ofNation = lines.some(({ scope }) => scope.level === 'nation');
  const validFrom = chosen ?? (ofNation ? later(asOf, dayAfter(today())) : asOf);
  const then = useQuery(thresholdsQuery(validFrom)).data;
  const faulty = lines.filter(({ key, threshold }) => {
    const draft = drafts.get(key);
    return threshold && draft && outcomeOf(threshold, draft.typed, language).faults.size > 0;
  });
  const overtaken = lines.filter((line) => !saving && drafts.get(line.key)?.seen !== newestOf(line));

  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === '' || faulty.length > 0 || overtaken.length > 0) return;
    setAsked(false);
    if (await onSave(validFrom, reason.trim())) setReason('');
  };

  return (
    <form className="in-sight save-bar" aria-label={t('thresholds.saveAll')} onSubmit={submit}>
      {then && (
        <Neighbours
          lines={lines}
          then={lines.map(({ scope }) => lineOf(then)(scope))}
          nameOf={nameOf}
          validFrom={validFrom}
        />
      )}
      <div className="field">
        <label htmlFor={`${ids}-from`}>{t('thresholds.validFrom')}</label>
        <DayInput id={`${ids}-from`} value={validFrom} onChange={setChosen} />
      </div>
      <div className="field why">
        <label htmlFor={`${ids}-why`}>{t('thresholds.reason')}</label>
        <input
          id={`${ids}-why`}
          maxLength={1000}
          value={reason}
          aria-invalid={(asked && reason.trim() === '') || undefined}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
      <div className="buttons">
        <button type="button" className="button plain" disabled={saving} onClick={onDiscard}>
          {t('thresholds.discard')}
        </button>
        <button type="submit" className="button primary" disabled={saving}>
          {t('thresholds.submit', { count: lines.length })}
        </button>
      </div>
      {asked && (
        <p className="caution" role="alert">
          {faulty.length + overtaken.length > 0
            ? t('thresholds.seeLines', {
                names: [...new Set([...faulty, ...overtaken])].map(({ scope }) => nameOf(scope)).join('; '),
              })
            : reason.trim() === '' && `${t('thresholds.reason')}: ${t('frame.required')}`}
        </p>
      )}
    </form>
  );
}

interface NeighboursProps {
  lines: readonly Line[];
  /** the same lines on the day that the new values shall hold from */
  then: readonly Line[];
  nameOf: (scope: Scope) => string;
  validFrom: string;
}

/** What else is recorded around that day: another start than is shown, and what will take over later. */
function Neighbours({ lines, then, nameOf, validFrom }: NeighboursProps) {
  const { t, language } = useWords();
  const said = lines.flatMap((line, i) => {
    const { threshold, coming } = then[i] ?? line;
    const name = nameOf(line.scope);
    return [
      ...(threshold && line.threshold && threshold.id !== line.threshold.id
        ? [
            t('thresholds.anotherThen', {
              name,
              day: day(validFrom, language),
              from: day(threshold.validFrom, language),
            }),
          ]
        : []),
      ...(coming[0]
        ? [
            t('thresholds.onlyUntil', {
              name,
              day: day(coming[0].validFrom, language),
              by: coming[0].recordedBy,
            }),
          ]
        : []),
    ];
  });
  if (said.length === 0) return null;
  return (
    <div className="caution" role="status">
      {said.map((one) => (
        <p key={one}>{one}</p>
      ))}
    </div>
  );
}
