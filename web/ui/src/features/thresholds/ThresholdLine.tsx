import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n';
import { useDecimalFault } from '../../ui/DecimalInput';
import { day, moment } from '../../ui/day';
import { Overtaken } from '../../ui/Overtaken';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { CellInput } from './CellInput';
import {
  type Draft,
  differing,
  type Field,
  fields,
  isChoice,
  type Line,
  newestOf,
  outcomeOf,
  textOf,
} from './lines';
import { type Leaving, WIDTH } from './ThresholdGrid';
import { ThresholdHistory } from './ThresholdHistory';
import type { Scope } from './thresholds.api';
import { useCellWords } from './useCellWords';

interface Props {
  line: Line;
  row: number;
  nameOf: (scope: Scope) => string;
  draft: Draft | undefined;
  refusal: unknown;
  shown: string | undefined;
  places: readonly { id: string; name: string }[];
  mayEdit: boolean;
  saving: boolean;
  /** the one cell that the tab key reaches */
  tabbable: number | undefined;
  /** the cell that is an input, and what was typed to make it one */
  opened: { column: number; typed?: string } | undefined;
  onFocus: (column: number) => void;
  onOpen: (column: number) => void;
  /** @param text what the cell shall be; undefined if it was cancelled */
  onDone: (column: number, text: string | undefined, leaving: Leaving) => void;
  onTake: (line: Line) => void;
  onWithdraw: (line: Line) => void;
  onAdd: (place: Scope) => void;
}

const inheritances = {
  indicator: 'thresholds.ofIndicator',
  province: 'thresholds.inherited',
  nation: 'thresholds.ofNation',
} as const satisfies Record<Exclude<Line['from'], 'own'>, string>;

export function ThresholdLine(props: Props) {
  const { t, language } = useWords();
  const { line, row, draft, refusal, shown, mayEdit, saving, tabbable, opened, nameOf } = props;
  const { scope, threshold, from, versions } = line;
  const words = useCellWords();
  const decimalFault = useDecimalFault();
  const marked = from === 'own' && threshold?.id === shown;
  // What an explanation points to may be another version than the one that holds.
  const pointed = !marked && versions.some(({ id }) => id === shown);
  const [past, setPast] = useState(pointed);
  const [adding, setAdding] = useState(false);
  const element = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (marked || pointed) element.current?.scrollIntoView({ block: 'center' });
    if (pointed) setPast(true);
  }, [marked, pointed]);
  const name = nameOf(scope);
  const typed = draft?.typed ?? {};
  const faults = threshold && outcomeOf(threshold, typed, language).faults;
  const overtaken = draft !== undefined && !saving && draft.seen !== newestOf(line);
  const mine = from === 'own' && scope.level !== 'nation' && (scope.area ? 'areaOwn' : 'own');
  const withdrawn = draft?.withdrawn;
  const mayType = mayEdit && !withdrawn;
  const kind = !scope.indicator ? 'common' : from === 'own' ? 'own' : 'inherited';

  const faultOf = (field: Field) => {
    const fault = faults?.get(field);
    if (fault === undefined) return undefined;
    if (fault === 'unreadable') return decimalFault(typed[field] ?? '') ?? t('frame.required');
    return t(`thresholds.${fault === 'count' ? 'staleHint' : fault}`);
  };
  const said = [...new Set(fields.flatMap((field) => faultOf(field) ?? []))];

  return (
    <>
      <tr ref={element} className={marked ? `${kind} marked` : kind}>
        <th scope="row">
          <span>{name}</span>
          {marked && <span className="under">{t('thresholds.shown')}</span>}
          {draft && (
            <span className="under caution">
              {t(
                withdrawn
                  ? 'thresholds.willInherit'
                  : from === 'own'
                    ? 'thresholds.unsaved'
                    : 'thresholds.becomesOwn',
              )}
            </span>
          )}
          {line.coming.map((coming, i) => (
            <span key={coming.id} className="under">
              {t('thresholds.from', {
                day: day(coming.validFrom, language),
                values: coming.withdrawn
                  ? t('thresholds.noneOwn')
                  : words.all(coming, differing(i === 0 ? threshold : line.coming[i - 1], coming)),
              })}
            </span>
          ))}
        </th>
        {fields.map((field, column) => {
          const changed = typed[field] !== undefined;
          const label = `${t(`thresholds.${field}`)}: ${name}`;
          return (
            <td
              key={field}
              data-cell={`${row}:${column}`}
              tabIndex={tabbable === column ? 0 : -1}
              className={[!isChoice(field) && 'number', changed && 'changed', faults?.has(field) && 'faulty']
                .filter(Boolean)
                .join(' ')}
              aria-invalid={faults?.has(field) || undefined}
              onFocus={({ target, currentTarget }) => target === currentTarget && props.onFocus(column)}
              onMouseDown={(event) => {
                if (event.button !== 0 || !mayType || !threshold || opened?.column === column) return;
                // Another cell that is an input keeps what was typed before lines move for it.
                if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
                event.preventDefault();
                props.onOpen(column);
              }}
            >
              {threshold && opened?.column === column ? (
                <CellInput
                  field={field}
                  label={label}
                  start={opened.typed ?? typed[field] ?? textOf(threshold, field, language)}
                  fresh={opened.typed !== undefined}
                  onDone={(text, leaving) => props.onDone(column, text, leaving)}
                />
              ) : threshold ? (
                words.cell(threshold, field, typed[field])
              ) : (
                '—'
              )}
              {changed && <span className="visually-hidden"> ({t('thresholds.unsaved')})</span>}
            </td>
          );
        })}
        <td>{threshold ? day(threshold.validFrom, language) : '—'}</td>
        <td>
          {mine ? (
            <span className="chip">{t(`thresholds.${mine}`)}</span>
          ) : (
            from !== 'own' && t(inheritances[from])
          )}
        </td>
        <td className="actions">
          {versions.length > 0 && (
            <button
              type="button"
              className="link"
              aria-expanded={past}
              aria-label={t('thresholds.versionsOf', { name })}
              onClick={() => setPast(!past)}
            >
              {t('thresholds.versions', { count: versions.length })}
            </button>
          )}
          {mine && mayEdit && versions[0]?.withdrawn === false && (
            <button
              type="button"
              className="link"
              aria-pressed={withdrawn ?? false}
              aria-label={t('thresholds.withdrawOf', { name })}
              onClick={() => props.onWithdraw(line)}
            >
              {t(withdrawn ? 'thresholds.keepOwn' : 'thresholds.withdraw')}
            </button>
          )}
          {mayEdit && scope.level === 'indicator' && !adding && (
            <button
              type="button"
              className="link"
              aria-label={t('thresholds.addPlaceOf', { name })}
              onClick={() => setAdding(true)}
            >
              {t('thresholds.addPlace')}
            </button>
          )}
          {adding && (
            <select
              aria-label={t('thresholds.area')}
              value=""
              onChange={({ target }) => {
                props.onAdd({ level: 'area', indicator: scope.indicator, area: target.value });
                setAdding(false);
              }}
            >
              <option value="">{t('thresholds.area')}…</option>
              {props.places.map((place) => (
                <option key={place.id} value={place.id}>
                  {place.name}
                </option>
              ))}
            </select>
          )}
        </td>
      </tr>
      {(overtaken || said.length > 0 || refusal !== undefined) && (
        <tr>
          <td colSpan={WIDTH} className="said">
            {said.map((fault) => (
              <p key={fault} className="caution" role="alert">
                {name}: {fault}
              </p>
            ))}
            {overtaken ? (
              <Overtaken
                title={t('thresholds.changed')}
                take={t('thresholds.reload')}
                onTake={() => props.onTake(line)}
              >
                {versions[0] && (
                  <p>
                    {t('thresholds.changedBy', {
                      by: versions[0].recordedBy,
                      at: moment(versions[0].recordedAt, language),
                    })}{' '}
                    {t('thresholds.from', {
                      day: day(versions[0].validFrom, language),
                      values: versions[0].withdrawn
                        ? t('thresholds.noneOwn')
                        : words.all(versions[0], fields),
                    })}
                  </p>
                )}
              </Overtaken>
            ) : (
              refusal !== undefined && <ProblemAlert error={refusal} />
            )}
          </td>
        </tr>
      )}
      {past && (
        <tr>
          <td colSpan={WIDTH}>
            <ThresholdHistory line={line} name={name} shown={shown} />
          </td>
        </tr>
      )}
    </>
  );
}
