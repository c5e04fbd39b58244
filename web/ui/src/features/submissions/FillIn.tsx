import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { Problem } from '../../api/problem';
import { LeaveGuard } from '../../frame/LeaveGuard';
import { useWords } from '../../i18n';
import { useDecimalFault } from '../../ui/DecimalInput';
import type { Language } from '../../ui/decimal';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { CellFields } from './CellFields';
import { CellPages } from './CellPages';
import { CellHead, CellPast, CellRemarks, CellValue } from './CellParts';
import { type Draft, faultsByCell, isFilled, outcomeOf, shownOf, type Typed } from './draft';
import {
  type Cell,
  cellsQuery,
  enterFigures,
  type Figure,
  PAGE,
  type Report,
  reportQuery,
  submitReport,
  useReadAnew,
} from './submissions.api';
import { useJump } from './useJump';

type Doing =
  | { status: 'typing' }
  | { status: 'sending' }
  | { status: 'saved' }
  | { status: 'submitted' }
  | { status: 'faulty'; faults: ReadonlyMap<number, string> }
  | { status: 'overtaken' }
  | { status: 'refused'; because: unknown; faults: ReadonlyMap<number, string> };

const isOpen = ({ status }: Report['submission']) =>
  status === 'draft' || status === 'returned' || status === 'unlocked';

/** The report of one's own unit. What is typed stays, over pages and newer versions, until it is saved or discarded. */
export function FillIn({ report, etag }: { report: Report; etag: string }) {
  const { t, language } = useWords();
  const { submission, cells } = report;
  const queries = useQueryClient();
  const readAnew = useReadAnew();
  const [drafts, setDrafts] = useState<ReadonlyMap<number, Draft>>(new Map());
  // The version that was seen when typing began: one that loads meanwhile must not be overwritten unsaid.
  const [seen, setSeen] = useState(etag);
  const [doing, setDoing] = useState<Doing>({ status: 'typing' });
  const [comment, setComment] = useState('');
  const jump = useJump();
  const amountFault = useDecimalFault();
  const open = isOpen(submission);
  useEffect(() => {
    if (drafts.size === 0) setSeen(etag);
  }, [drafts.size, etag]);

  const discard = useCallback(
    (cell: number) => setDrafts((before) => new Map([...before].filter(([number]) => number !== cell))),
    [],
  );
  const type = useCallback(
    (cell: Cell, typed: Typed) => {
      setDoing((before) => afterTyping(before, cell.cell));
      setDrafts((before) => {
        const draft = { cell: before.get(cell.cell)?.cell ?? cell, typed };
        const after = new Map(before);
        if (isUntouched(draft, language)) after.delete(cell.cell);
        else after.set(cell.cell, draft);
        return after;
      });
    },
    [language],
  );

  /** @returns the tag of the report as it has become; undefined if it was not saved */
  const save = async (): Promise<string | undefined> => {
    const faults = new Map<number, string>();
    const figures: Figure[] = [];
    for (const [number, draft] of drafts) {
      const outcome = outcomeOf(draft, language);
      if (outcome.is === 'faulty') {
        faults.set(
          number,
          (outcome.because === 'amount' && amountFault(draft.typed.amount)) || t('submissions.needReason'),
        );
      }
      if (outcome.is === 'changed') figures.push(outcome.figure);
    }
    if (faults.size > 0) {
      setDoing({ status: 'faulty', faults });
      jump(Math.min(...faults.keys()));
      return undefined;
    }
    if (figures.length === 0) {
      setDrafts(new Map());
      return seen;
    }
    setDoing({ status: 'sending' });
    try {
      const saved = await enterFigures(submission.id, seen, figures);
      setSeen(saved.etag);
      await readAnew();
      // What was typed while the answer was on its way is not saved yet.
      setDrafts((now) => new Map([...now].filter(([number, draft]) => drafts.get(number) !== draft)));
      setDoing({ status: 'saved' });
      return saved.etag;
    } catch (refusal) {
      await refused(refusal, figures);
      return undefined;
    }
  };

  const refused = async (refusal: unknown, figures: readonly Figure[]) => {
    if (refusal instanceof Problem && refusal.status === 412) {
      await readAnew();
      setSeen(queries.getQueryData(reportQuery(submission.id).queryKey)?.etag ?? etag);
      setDoing({ status: 'overtaken' });
      return;
    }
    const faults = faultsByCell(refusal instanceof Problem ? refusal.errors : [], figures);
    setDoing({ status: 'refused', because: refusal, faults });
    if (faults.size > 0) jump(Math.min(...faults.keys()));
  };

  const submit = async () => {
    const tag = await save();
    if (tag === undefined) return;
    setDoing({ status: 'sending' });
    try {
      await submitReport(submission.id, tag, comment.trim());
      await readAnew();
      setComment('');
      setDoing({ status: 'submitted' });
    } catch (refusal) {
      const gap = isIncomplete(refusal) ? await firstGap() : undefined;
      if (gap === undefined) return refused(refusal, []);
      setDoing({
        status: 'refused',
        because: refusal,
        faults: new Map([[gap, t('submissions.gap')]]),
      });
      jump(gap);
    }
  };

  const firstGap = async (): Promise<number | undefined> => {
    for (let page = 1; (page - 1) * PAGE < cells; page++) {
      const gap = (await queries.fetchQuery(cellsQuery(submission.id, page))).find((one) => !isFilled(one));
      if (gap) return gap.cell;
    }
    return undefined;
  };

  const faults = doing.status === 'faulty' || doing.status === 'refused' ? doing.faults : undefined;
  return (
    <>
      <Said doing={doing} />
      {!open && (
        <p className="under">
          {t('submissions.readOnlyStatus', { status: t(`submissionStatus.${submission.status}`) })}
        </p>
      )}
      {!open && drafts.size > 0 && (
        <p className="note" role="alert">
          {t('submissions.closed')}
        </p>
      )}
      <CellPages submission={submission.id} cells={cells}>
        {(cell, area) =>
          open ? (
            <CellFields
              key={cell.cell}
              cell={cell}
              area={area}
              draft={drafts.get(cell.cell)}
              fault={faults?.get(cell.cell)}
              onType={type}
              onDiscard={discard}
            />
          ) : (
            <ClosedCell key={cell.cell} cell={cell} area={area} draft={drafts.get(cell.cell)} />
          )
        }
      </CellPages>
      {open && (
        <div className="in-sight hand-in">
          <label>
            {t('submissions.submitComment')}
            <input maxLength={2000} value={comment} onChange={({ target }) => setComment(target.value)} />
          </label>
          <div className="buttons">
            <button
              type="button"
              className="button plain"
              disabled={doing.status === 'sending' || drafts.size === 0}
              onClick={() => void save()}
            >
              {t('submissions.save')}
            </button>
            <button
              type="button"
              className="button primary"
              disabled={doing.status === 'sending'}
              onClick={() => void submit()}
            >
              {t('submissions.submit')}
            </button>
            <span className={drafts.size > 0 ? 'caution' : ''}>
              {drafts.size > 0
                ? t('submissions.unsavedCount', { count: drafts.size })
                : t('submissions.allSaved')}
            </span>
          </div>
        </div>
      )}
      <LeaveGuard unsaved={drafts.size > 0} detail={t('frame.leaveDetail', { count: drafts.size })} />
    </>
  );
}

/** What the last press of a button led to. */
function Said({ doing }: { doing: Doing }) {
  const { t } = useWords();
  switch (doing.status) {
    case 'typing':
    case 'sending':
      return null;
    case 'saved':
    case 'submitted':
      return (
        <p className="note" role="status">
          {t(`submissions.${doing.status}`)}
        </p>
      );
    case 'faulty':
      return (
        <p className="problem" role="alert">
          {t('submissions.faulty')}
        </p>
      );
    case 'overtaken':
      return (
        <div className="problem" role="alert">
          <p className="problem-title">{t('submissions.changed')}</p>
          <p>{t('submissions.changedDetail')}</p>
        </div>
      );
    case 'refused':
      return <ProblemAlert error={doing.because} />;
  }
}

/** A cell that takes nothing any more, with what somebody had typed into it before. */
function ClosedCell({ cell, area, draft }: { cell: Cell; area: boolean; draft: Draft | undefined }) {
  const { t } = useWords();
  const typed = draft?.typed;
  return (
    <li className={draft ? 'cell unsaved' : 'cell'}>
      <CellHead cell={cell} area={area} unsaved={draft !== undefined} />
      <CellValue cell={cell} />
      {typed && (
        <p className="note">
          {t('submissions.typedHere', {
            value: [typed.none ? typed.missing : typed.amount, typed.note].filter(Boolean).join('; '),
          })}
        </p>
      )}
      <CellRemarks cell={cell} />
      <CellPast cell={cell} />
    </li>
  );
}

/** What was said of the cell no longer holds; what was said of others, and that somebody was faster, does. */
function afterTyping(doing: Doing, cell: number): Doing {
  switch (doing.status) {
    case 'saved':
    case 'submitted':
      return { status: 'typing' };
    case 'faulty':
    case 'refused': {
      const faults = new Map([...doing.faults].filter(([number]) => number !== cell));
      return doing.faults.size > 0 && faults.size === 0 ? { status: 'typing' } : { ...doing, faults };
    }
    case 'typing':
    case 'sending':
    case 'overtaken':
      return doing;
  }
}

/** Typed back to what it was: nothing to save, nothing to lose. */
const isUntouched = (draft: Draft, language: Language) =>
  JSON.stringify(draft.typed) === JSON.stringify(shownOf(draft.cell, language));

const isIncomplete = (refusal: unknown) =>
  refusal instanceof Problem && refusal.code === 'submission-incomplete';
