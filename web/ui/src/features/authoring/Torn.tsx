import { useState } from 'react';
import { useWords } from '../../i18n';
import { moment } from '../../ui/day';
import type { Tagged } from './authoring.api';
import { useCellInWords } from './cellNames';
import { type Conflict, decide } from './merge';

/** Two people changed one text: theirs is saved, mine is on the screen, both are in `merged`. */
export interface TornText {
  theirs: Tagged;
  mine: string;
  merged: string;
  conflicts: readonly Conflict[];
}

/** Says who saved meanwhile, and asks of each cell that both changed whose it is to be. */
export function Torn({ torn, onTake }: { torn: TornText; onTake: (model: string) => void }) {
  const { t, language } = useWords();
  const { placeOf, saidOf } = useCellInWords();
  const [theirs, setTheirs] = useState<ReadonlySet<number>>(new Set());
  const { text } = torn.theirs.value;
  const choose = (number: number, isTheirs: boolean) => {
    const chosen = new Set(theirs);
    if (isTheirs) chosen.add(number);
    else chosen.delete(number);
    setTheirs(chosen);
  };
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
      <p>
        {torn.conflicts.length === 0
          ? t('authoring.tornClean')
          : t('authoring.tornConflicts', { count: torn.conflicts.length })}
      </p>
      {torn.conflicts.map((conflict, number) => (
        <fieldset key={JSON.stringify(conflict.cell)} className="conflict">
          <legend>{placeOf(conflict.cell)}</legend>
          <p className="under">
            {t('authoring.before')}: {saidOf(conflict.cell, conflict.base)}
          </p>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side} className="check">
              <input
                type="radio"
                name={`conflict-${number}`}
                checked={theirs.has(number) === (side === 'theirs')}
                onChange={() => choose(number, side === 'theirs')}
              />
              {t(`authoring.${side}`)}: {saidOf(conflict.cell, conflict[side])}
            </label>
          ))}
        </fieldset>
      ))}
      <button
        type="button"
        className="button primary"
        onClick={() =>
          onTake(
            decide(
              { merged: torn.merged, mine: torn.mine, theirs: torn.theirs.value.text.model },
              torn.conflicts,
              theirs,
            ),
          )
        }
      >
        {t('authoring.takeMerged')}
      </button>
    </div>
  );
}
