import { named, unitOf, useWords } from '../../i18n';
import { Amount } from '../../ui/Amount';
import { moment } from '../../ui/day';
import { format } from '../../ui/decimal';
import { periodByCalendar } from '../../ui/period';
import type { Cell } from './submissions.api';

export const cellId = (cell: number) => `cell-${cell}`;

/** What a cell asks for. */
export function CellHead({ cell, area, unsaved }: { cell: Cell; area: boolean; unsaved?: boolean }) {
  const { t, language } = useWords();
  return (
    <div className="cell-head">
      <h3 id={`${cellId(cell.cell)}-name`}>
        {cell.cell}. {named(cell, language)}
      </h3>
      <p className="under">
        {[periodByCalendar(cell.period, cell.calendar, language), area && cell.areaName, cell.subgroup]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {unsaved && <span className="simulated">{t('submissions.unsaved')}</span>}
    </div>
  );
}

/** What is written in a cell. */
export function CellValue({ cell }: { cell: Cell }) {
  const { t, language } = useWords();
  const { entry } = cell;
  return (
    <div className="cell-value">
      {entry?.amount != null && (
        <p className="facts">
          <strong>
            <Amount amount={entry.amount} unit={unitOf(cell, language)} />
          </strong>
          <span className="chip">{t(`observationStatus.${entry.status}`)}</span>
        </p>
      )}
      {entry?.missing != null && (
        <p>
          <span className="missing">{t('submissions.none')}</span>: {entry.missing}
        </p>
      )}
      {entry?.note && (
        <p>
          {t('submissions.note')}: {entry.note}
        </p>
      )}
    </div>
  );
}

/** What the checks say of its figure, held against the others of the report. */
export function CellRemarks({ cell: { remarks } }: { cell: Cell }) {
  if (!remarks.length) return null;
  return (
    <ul className="warnings">
      {remarks.map(({ code, sentence, blocks }) => (
        <li key={code} className={blocks ? 'cell-fault' : 'caution'}>
          {sentence}
        </li>
      ))}
    </ul>
  );
}

/** Who wrote it and what became of it. */
export function CellPast({ cell }: { cell: Cell }) {
  const { t, language } = useWords();
  const { entry, observation } = cell;
  if (!entry) return <p className="under cell-past">{t('submissions.notWritten')}</p>;
  return (
    <p className="under cell-past">
      {t('submissions.written', { by: entry.recordedBy, at: moment(entry.recordedAt, language) })}
      {entry.reportedAmount != null &&
        ` · ${t('submissions.reported', {
          amount: format(entry.reportedAmount, language),
          unit: entry.reportedUnit ?? '',
        })}`}
      {observation && ` · ${t('submissions.becameFigure')}`}
    </p>
  );
}
