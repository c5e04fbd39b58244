import { Fragment, useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n';
import { WideTable } from '../../ui/WideTable';
import { CellDialog } from './CellDialog';
import { FlagChoice, flagCodes, RatingCell, RatingChoice, SentenceFields, WordChoice } from './cells';
import type { Desk, Placed } from './desk';
import { useCodeWords } from './desk';
import { factNames } from './facts';
import {
  addColumn,
  addRow,
  duplicateRow,
  keyed,
  type Model,
  moveRow,
  type Row,
  removeColumn,
  removeRow,
  withCell,
  withRow,
} from './model';
import { mostRows, type Pasted, paste } from './paste';
import { cellInWords, factInWords, factWordInWords, flagInWords, severityInWords } from './words';

/** A cell of the grid: facts' columns first, then rating, flags and sentence. */
export interface Spot {
  row: number;
  column: number;
}

interface Props {
  desk: Desk;
  /** the cell to go to, each time it is another object */
  goal?: Spot | undefined;
  /** the row that something else points to */
  marked?: string | undefined;
  undo?: () => void;
  redo?: () => void;
}

/** Which of the columns after the facts' a cell is in. */
const after = ['rating', 'flags', 'sentence'] as const;

/** The decision table: one cell is active, keys move between cells, Enter or a second click opens one. */
export function RuleTable({ desk, goal, marked, undo, redo }: Props) {
  const { t } = useWords();
  const { words } = useCodeWords();
  const { model, change, mayEdit, remarks } = desk;
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Spot>({ row: 0, column: 0 });
  const [opened, setOpened] = useState<{ spot: Spot; anchor: Element }>();
  // What was pasted last and not taken.
  const [refused, setRefused] = useState<Exclude<Pasted, { is: 'pasted' }>>();
  // Where the focus goes once the table shows the row that an edit made or moved.
  const wanted = useRef<Spot>(undefined);
  const width = model.columns.length + after.length;

  const cellAt = ({ row, column }: Spot) =>
    table.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`);
  const go = (row: number, column: number) => {
    const within = (value: number, most: number) => Math.max(0, Math.min(value, most));
    const spot = { row: within(row, model.rows.length - 1), column: within(column, width - 1) };
    setAt(spot);
    cellAt(spot)?.focus();
  };
  useEffect(() => {
    if (!goal) return;
    setAt(goal);
    const cell = table.current?.querySelector<HTMLElement>(`[data-cell="${goal.row}:${goal.column}"]`);
    cell?.scrollIntoView({ block: 'center', inline: 'nearest' });
    cell?.focus();
  }, [goal]);
  useEffect(() => {
    if (wanted.current) cellAt(wanted.current)?.focus();
    wanted.current = undefined;
  });

  /** Changes rows and lets the focus follow. */
  const rows = (next: Model, row: number) => {
    const spot = { row: Math.max(0, Math.min(row, next.rows.length - 1)), column: at.column };
    setAt(spot);
    wanted.current = spot;
    change(next);
  };
  const open = (spot: Spot) => {
    const anchor = cellAt(spot);
    if (mayEdit && anchor) setOpened({ spot, anchor });
  };
  const clear = ({ row, column }: Spot) => {
    if (column < model.columns.length) change(withCell(model, row, column, []));
    else if (after[column - model.columns.length] === 'flags') change(withRow(model, row, { flags: [] }));
  };

  const onKey = (event: React.KeyboardEvent) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    const { row, column } = at;
    if ((ctrlKey || metaKey) && key.toLowerCase() === 'z') (shiftKey ? redo : undo)?.();
    else if ((ctrlKey || metaKey) && key.toLowerCase() === 'y') redo?.();
    else if (ctrlKey || metaKey) return;
    else if (altKey && mayEdit && key === 'ArrowUp') rows(moveRow(model, row, row - 1), row - 1);
    else if (altKey && mayEdit && key === 'ArrowDown') rows(moveRow(model, row, row + 1), row + 1);
    else if (altKey) return;
    else if (key === 'ArrowUp') go(row - 1, column);
    else if (key === 'ArrowDown') go(row + 1, column);
    else if (key === 'ArrowLeft') go(row, column - 1);
    else if (key === 'ArrowRight') go(row, column + 1);
    else if (key === 'Home') go(row, 0);
    else if (key === 'End') go(row, width - 1);
    else if (key === 'Enter' || key === 'F2') open(at);
    else if (mayEdit && (key === 'Delete' || key === 'Backspace')) clear(at);
    else if (mayEdit && key === 'Insert') rows(addRow(model, row + 1), row + 1);
    else return;
    event.preventDefault();
  };
  const onPaste = (event: React.ClipboardEvent) => {
    if (!mayEdit) return;
    event.preventDefault();
    const pasted = paste(model, at.row, at.column, event.clipboardData.getData('text/plain'));
    setRefused(pasted.is === 'pasted' ? undefined : pasted);
    if (pasted.is === 'pasted') change(pasted.model);
  };

  const current = Math.min(at.row, model.rows.length - 1);
  const label = (column: number) => {
    const fact = model.columns[column];
    return fact === undefined
      ? t(`authoring.${after[column - model.columns.length] ?? 'sentence'}`)
      : factInWords(words, fact);
  };
  const into = (name: string | undefined) =>
    name === undefined
      ? t('authoring.outside')
      : name === 'rating' || name === 'flags'
        ? t(`authoring.${name}`)
        : name === 'vi' || name === 'en'
          ? t(name === 'vi' ? 'authoring.sentenceVi' : 'authoring.sentenceEn')
          : factInWords(words, name);
  const unused = factNames.filter((fact) => !model.columns.includes(fact));

  return (
    <div className="rule-table">
      {mayEdit && (
        <div
          className="rule-tools"
          role="toolbar"
          aria-label={t('authoring.rowNumber', { number: current + 1 })}
        >
          <span className="chip">{t('authoring.rowNumber', { number: current + 1 })}</span>
          <button
            type="button"
            className="button plain"
            onClick={() => rows(addRow(model, current + 1), current + 1)}
          >
            {t('authoring.addRow')}
          </button>
          <button
            type="button"
            className="button plain"
            onClick={() => rows(duplicateRow(model, current), current + 1)}
          >
            {t('authoring.duplicate')}
          </button>
          <button
            type="button"
            className="button plain"
            disabled={current === 0}
            onClick={() => rows(moveRow(model, current, current - 1), current - 1)}
          >
            {t('authoring.up')}
          </button>
          <button
            type="button"
            className="button plain"
            disabled={current === model.rows.length - 1}
            onClick={() => rows(moveRow(model, current, current + 1), current + 1)}
          >
            {t('authoring.down')}
          </button>
          <button
            type="button"
            className="button plain"
            disabled={model.rows.length === 1}
            onClick={() => rows(removeRow(model, current), current)}
          >
            {t('authoring.remove')}
          </button>
          {unused.length > 0 && (
            <label>
              {t('authoring.addColumn')}{' '}
              <select value="" onChange={({ target }) => change(addColumn(model, target.value))}>
                <option value="">—</option>
                {unused.map((fact) => (
                  <option key={fact} value={fact}>
                    {factInWords(words, fact)}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
      )}
      <div className="filters">
        <label>
          {t('authoring.hit')}{' '}
          <select
            value={model.hit}
            disabled={!mayEdit}
            onChange={({ target }) => change({ ...model, hit: target.value as Model['hit'] })}
          >
            {(['first', 'collect'] as const).map((hit) => (
              <option key={hit} value={hit}>
                {t(`hit.${hit}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {refused?.is === 'too-many' && (
        <div className="problem" role="alert">
          <p className="problem-title">
            {t('authoring.pasteTooLong', { rows: refused.rows, most: mostRows })}
          </p>
        </div>
      )}
      {refused?.is === 'misread' && (
        <div className="problem" role="alert">
          <p className="problem-title">{t('authoring.misread')}</p>
          <ul>
            {refused.cells.map((cell) => (
              <li key={`${cell.row}:${cell.column}`}>
                {t('authoring.misreadCell', { ...cell, into: into(cell.into) })}
              </li>
            ))}
          </ul>
        </div>
      )}
      <WideTable label={t('draftPart.table')}>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys go through its cells
          role="grid"
          className="ledger rule-grid"
          aria-label={t('draftPart.table')}
          aria-readonly={!mayEdit}
          onKeyDown={onKey}
          onPaste={onPaste}
        >
          <thead>
            <tr>
              <th scope="col">{t('authoring.row')}</th>
              {model.columns.map((fact) => (
                <th key={fact} scope="col">
                  {factInWords(words, fact)}
                  {mayEdit && model.columns.length > 1 && (
                    <button
                      type="button"
                      className="remove-column"
                      aria-label={t('authoring.removeColumn', { fact: factInWords(words, fact) })}
                      onClick={() => change(removeColumn(model, fact))}
                    >
                      ×
                    </button>
                  )}
                </th>
              ))}
              {after.map((name) => (
                <th key={name} scope="col">
                  {t(`authoring.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keyed(model.rows, ({ rule }) => rule).map(({ key, thing: row, at: number }) => (
              <TableRow
                key={key}
                row={row}
                number={number}
                columns={model.columns}
                tabbable={current === number ? Math.min(at.column, width - 1) : undefined}
                marked={marked === row.rule}
                remarks={remarks.filter(({ place }) => place.part === 'row' && place.at === number)}
                onFocus={(column) => setAt({ row: number, column })}
                onOpen={(column) => open({ row: number, column })}
              />
            ))}
          </tbody>
        </table>
      </WideTable>
      {mayEdit && <p className="under">{t('authoring.keys')}</p>}
      {opened && (
        <CellDialog
          label={`${t('authoring.rowNumber', { number: opened.spot.row + 1 })} · ${label(opened.spot.column)}`}
          anchor={opened.anchor}
          onClose={() => {
            setOpened(undefined);
            wanted.current = opened.spot;
          }}
        >
          <CellFields desk={desk} spot={opened.spot} />
        </CellDialog>
      )}
    </div>
  );
}

/** What an opened cell offers. */
function CellFields({ desk: { model, change }, spot: { row: at, column } }: { desk: Desk; spot: Spot }) {
  const { t } = useWords();
  const row = model.rows[at];
  if (!row) return null;
  const place = `${at}:${column}`;
  const fact = model.columns[column];
  if (fact !== undefined) {
    return (
      <WordChoice
        fact={fact}
        chosen={row.when[column] ?? []}
        onChange={(chosen) => change(withCell(model, at, column, chosen), place)}
      />
    );
  }
  switch (after[column - model.columns.length]) {
    case 'rating':
      return (
        <RatingChoice
          chosen={row.rating}
          onChange={(rating) => change(withRow(model, at, { rating }), place)}
        />
      );
    case 'flags':
      return (
        <FlagChoice
          chosen={row.flags}
          codes={flagCodes(model.rows.flatMap(({ flags }) => flags.map(({ code }) => code)))}
          onChange={(flags) => change(withRow(model, at, { flags }), place)}
        />
      );
    default:
      return (
        <>
          <SentenceFields
            sentence={row}
            onChange={(sentence) => change(withRow(model, at, sentence), place)}
          />
          <label className="sentence-fields">
            {t('authoring.rowRule')}
            <input
              type="text"
              value={row.rule}
              maxLength={40}
              onChange={({ target }) => change(withRow(model, at, { rule: target.value }), place)}
            />
          </label>
        </>
      );
  }
}

interface RowProps {
  row: Row;
  number: number;
  columns: readonly string[];
  /** the one cell that the tab key reaches */
  tabbable: number | undefined;
  marked: boolean;
  remarks: readonly Placed[];
  onFocus: (column: number) => void;
  onOpen: (column: number) => void;
}

function TableRow({ row, number, columns, tabbable, marked, remarks, onFocus, onOpen }: RowProps) {
  const { t } = useWords();
  const { words, language } = useCodeWords();
  const heaviest = (of: readonly Placed[]) =>
    of.some(({ remark }) => remark.weight === 'blocks') ? 'blocks' : of.length > 0 ? 'warns' : undefined;
  const ofCell = (column: number) =>
    remarks.filter(({ place }) => {
      if (place.part !== 'row') return false;
      if (column < columns.length) return place.field === 'when' && place.column === column;
      const name = after[column - columns.length];
      return name === 'sentence' ? ['vi', 'en', 'rule'].includes(place.field) : place.field === name;
    });
  const contents = [
    ...columns.map((fact, column) => {
      const cell = row.when[column] ?? [];
      return (
        <span key={fact} className={cell.length === 0 ? 'nothing' : undefined}>
          {cell.length === 0
            ? cellInWords(words, fact, cell)
            : cell.map((word, i) => (
                <Fragment key={word}>
                  {i > 0 && ', '}
                  {factWordInWords(words, fact, word)}
                </Fragment>
              ))}
        </span>
      );
    }),
    <RatingCell key="rating" rating={row.rating} />,
    row.flags.length === 0 ? (
      <span key="flags" className="nothing">
        {t('authoring.noFlags')}
      </span>
    ) : (
      row.flags.map((flag) => (
        <span key={flag.code} className="flag-line">
          {flagInWords(words, flag.code)} ({severityInWords(words, flag.severity)})
        </span>
      ))
    ),
    <span key="sentence" className={row[language] ? 'sentence' : 'missing'}>
      {row[language] || t('authoring.noSentence')}
    </span>,
  ];
  return (
    <tr className={marked ? 'marked' : undefined} id={`row-${row.rule}`}>
      <th scope="row">
        {number + 1} <code className="under">{row.rule}</code>
        <Weights remarks={remarks} />
      </th>
      {contents.map((content, column) => {
        const weight = heaviest(ofCell(column));
        return (
          <td
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
            key={column}
            data-cell={`${number}:${column}`}
            tabIndex={tabbable === column ? 0 : -1}
            className={weight}
            onFocus={() => onFocus(column)}
            onMouseDown={(event) => {
              // The second press opens the cell; the first one only goes there.
              if (document.activeElement === event.currentTarget) {
                event.preventDefault();
                onOpen(column);
              }
            }}
          >
            {content}
            {weight && (
              <span className="cell-mark">
                {weight === 'blocks' ? '✕' : '!'}
                <span className="visually-hidden">{t(`authoring.${weight}`)}</span>
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** How many remarks of each weight: told by sign and word, not by colour alone. */
export function Weights({ remarks }: { remarks: readonly Placed[] }) {
  const { t } = useWords();
  return (
    <>
      {(['blocks', 'warns'] as const).map((weight) => {
        const count = remarks.filter(({ remark }) => remark.weight === weight).length;
        return count === 0 ? null : (
          <span key={weight} className={`weight ${weight}`}>
            {weight === 'blocks' ? '✕' : '!'} {count} {t(`authoring.${weight}`).toLowerCase()}
          </span>
        );
      })}
    </>
  );
}
