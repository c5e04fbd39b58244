import { useState } from 'react';
import { useWords } from '../../i18n';
import { moment } from '../../ui/day';
import type { Tagged, Text } from './authoring.api';
import { Differences } from './Compare';
import { useCellInWords } from './cellNames';
import { type Cell, type Conflict, decide } from './merge';

/** Two changes of one text: theirs, mine, and both in `merged`, mine where they conflict. */
export interface MergedText {
  theirs: Text;
  mine: Text;
  merged: Text;
  conflicts: readonly Conflict[];
}

/** Two people changed one draft: theirs is saved, mine is on the screen. */
export interface TornText extends MergedText {
  saved: Tagged;
}

/** Says who saved meanwhile, and asks of each cell that both changed whose it is to be. */
export function Torn({ torn, onTake }: { torn: TornText; onTake: (text: Text) => void }) {
  const { t, language } = useWords();
  const { text } = torn.saved.value;
  return (
    <div className="problem torn" role="alert">
      <p className="problem-title">{t('authoring.torn')}</p>
      <p>
        {t('authoring.tornBy', {
          number: text.number,
          by: text.recordedBy,
          at: moment(text.recordedAt, language),
        })}
      </p>
      <Conflicts
        texts={torn}
        theirs={t('authoring.theirs')}
        take={t('authoring.takeMerged')}
        onTake={onTake}
      />
    </div>
  );
}

interface ConflictsProps {
  texts: MergedText;
  /** whose the other side is, and what the button says */
  theirs: string;
  take: string;
  onTake: (text: Text) => void;
}

/** Asks of each cell that both sides changed whose it is to be, mine first. */
export function Conflicts({ texts, theirs: other, take, onTake }: ConflictsProps) {
  const { t, language } = useWords();
  const { placeOf, saidOf } = useCellInWords();
  const [theirs, setTheirs] = useState<ReadonlySet<number>>(new Set());
  const { conflicts } = texts;
  const caseOf = (id: string) => texts.merged.cases.find((one) => one.id === id)?.name?.[language] || id;
  const placed = (cell: Cell) =>
    placeOf(cell.part === 'case' && cell.thing ? { ...cell, thing: caseOf(cell.thing) } : cell);
  const said = (cell: Cell, value: string | null | undefined) =>
    value != null && (cell.part === 'case' ? cell.field === '' : cell.field === 'cases')
      ? value.split(', ').map(caseOf).join(', ')
      : saidOf(cell, value);
  /** Of a thing that one side removed it is no use to read its name twice. */
  const whole = (conflict: Conflict, side: 'mine' | 'theirs') => {
    if (conflict.cell.field !== '' || conflict.cell.part === 'order')
      return said(conflict.cell, conflict[side]);
    return t(conflict[side] == null ? 'authoring.removedThing' : 'authoring.changedThing');
  };
  const choose = (number: number, isTheirs: boolean) => {
    const chosen = new Set(theirs);
    if (isTheirs) chosen.add(number);
    else chosen.delete(number);
    setTheirs(chosen);
  };
  return (
    <>
      <p>
        {conflicts.length === 0
          ? t('authoring.tornClean')
          : t('authoring.tornConflicts', { count: conflicts.length })}
      </p>
      {conflicts.map((conflict, number) => (
        <fieldset key={JSON.stringify(conflict)} className="conflict">
          <legend>{placed(conflict.cell)}</legend>
          <p className="under">
            {t('authoring.before')}: {said(conflict.cell, conflict.base)}
          </p>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side} className="check">
              <input
                type="radio"
                name={`conflict-${number}`}
                checked={theirs.has(number) === (side === 'theirs')}
                onChange={() => choose(number, side === 'theirs')}
              />
              {side === 'mine' ? t('authoring.mine') : other}: {whole(conflict, side)}
            </label>
          ))}
          {conflict.edits?.map(({ cell, before, after }) => (
            <p key={cell.field} className="under">
              {placed(cell)}: <del>{said(cell, before)}</del> <ins>{said(cell, after)}</ins>
            </p>
          ))}
        </fieldset>
      ))}
      <details open>
        <summary>{t('authoring.broughtIn', { whose: other })}</summary>
        <Differences before={texts.mine.model} after={texts.merged.model} />
      </details>
      <button
        type="button"
        className="button primary"
        onClick={() => onTake(decide(texts, conflicts, theirs))}
      >
        {take}
      </button>
    </>
  );
}
