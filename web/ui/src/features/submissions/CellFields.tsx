import { memo } from 'react';
import { unitOf, useWords } from '../../i18n';
import { DecimalInput } from '../../ui/DecimalInput';
import { FigurePreview } from '../../ui/FigureChecks';
import { CellHead, CellPast, CellRemarks, CellValue, cellId } from './CellParts';
import { candidateOf, type Draft, isOvertaken, shownOf, type Typed } from './draft';
import { type Cell, figureStatuses, typedQuery } from './submissions.api';

interface Props {
  cell: Cell;
  area: boolean;
  draft: Draft | undefined;
  /** what is wrong with it, once that was asked */
  fault: string | undefined;
  onType: (cell: Cell, typed: Typed) => void;
  onDiscard: (cell: number) => void;
}

/** One cell to fill in. What is typed stands above what is written, until it is saved. */
export const CellFields = memo(function CellFields({ cell, area, draft, fault, onType, onDiscard }: Props) {
  const { t, language } = useWords();
  const typed = draft?.typed ?? shownOf(cell, language);
  const id = cellId(cell.cell);
  const type = (change: Partial<Typed>) => onType(cell, { ...typed, ...change });
  return (
    <li className={draft ? 'cell unsaved' : 'cell'}>
      <CellHead cell={cell} area={area} unsaved={draft !== undefined} />
      <fieldset id={id} className="cell-fields" aria-labelledby={`${id}-name`}>
        {typed.none ? (
          <div className="field wide">
            <label htmlFor={`${id}-missing`}>{t('submissions.missingReason')}</label>
            <input
              id={`${id}-missing`}
              maxLength={1000}
              value={typed.missing}
              aria-describedby={fault ? `${id}-fault` : undefined}
              onChange={({ target }) => type({ missing: target.value })}
            />
          </div>
        ) : (
          <>
            <div className="field">
              <label htmlFor={`${id}-amount`}>{t('submissions.amount')}</label>
              <DecimalInput
                id={`${id}-amount`}
                unit={unitOf(cell, language)}
                value={typed.amount}
                onChange={(amount) => type({ amount })}
              />
            </div>
            <div className="field">
              <label htmlFor={`${id}-status`}>{t('submissions.observationStatus')}</label>
              <select
                id={`${id}-status`}
                value={typed.status}
                onChange={({ target }) => type({ status: target.value as Typed['status'] })}
              >
                {figureStatuses.map((status) => (
                  <option key={status} value={status}>
                    {t(`observationStatus.${status}`)}
                  </option>
                ))}
              </select>
            </div>
          </>
        )}
        <div className="field">
          <label htmlFor={`${id}-note`}>{t('submissions.note')}</label>
          <input
            id={`${id}-note`}
            maxLength={2000}
            value={typed.note}
            onChange={({ target }) => type({ note: target.value })}
          />
        </div>
        <label className="check">
          <input
            type="checkbox"
            checked={typed.none}
            onChange={({ target }) => type({ none: target.checked })}
          />
          {t('submissions.none')}
        </label>
      </fieldset>
      {draft ? (
        <FigurePreview candidate={candidateOf(draft, language)} query={typedQuery} indicator={cell} />
      ) : (
        <CellRemarks cell={cell} />
      )}
      {fault && (
        <p id={`${id}-fault`} className="cell-fault" role="alert">
          {fault}
        </p>
      )}
      {draft && isOvertaken(cell, draft) && (
        <div className="note">
          <p>{t('submissions.someoneElse', { by: cell.entry?.recordedBy ?? '' })}</p>
          <CellValue cell={cell} />
          <button type="button" className="link" onClick={() => onDiscard(cell.cell)}>
            {t('submissions.takeTheirs')}
          </button>
        </div>
      )}
      <CellPast cell={cell} />
    </li>
  );
});
