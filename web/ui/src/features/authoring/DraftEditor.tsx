import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Problem } from '../../api/problem';
import { LeaveGuard } from '../../frame/LeaveGuard';
import { TrialPreview } from '../../frame/TrialPreview';
import { ruleModelQuery } from '../../frame/trial';
import { useWords } from '../../i18n';
import { PageHead } from '../../ui/PageHead';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { AboutForm } from './AboutForm';
import { Alerts } from './Alerts';
import {
  draftQuery,
  mergedOf,
  reviewQuery,
  saveDraft,
  type Tagged,
  type TestCase,
  type Text,
} from './authoring.api';
import { draftRoute, parts } from './authoring.route';
import { Cases } from './Cases';
import { Compare } from './Compare';
import { clean } from './cases';
import { type Desk, useSettled } from './desk';
import { Emitted } from './Emitted';
import { begin, edit, redo, undo } from './edits';
import { History } from './History';
import { ImportTable } from './ImportTable';
import { type Model, parse, write } from './model';
import { NewerBase } from './NewerBase';
import { PointsForm } from './PointsForm';
import { RemarkList } from './RemarkList';
import { RuleTable, type Spot } from './RuleTable';
import { type Place, placeOf } from './remarks';
import { Steps } from './Steps';
import { Torn, type TornText } from './Torn';
import { useWorkspace } from './workspace';

type Doing =
  | { status: 'typing' }
  | { status: 'saving' }
  | { status: 'saved' }
  | { status: 'torn'; torn: TornText }
  | { status: 'refused'; because: unknown };

interface Content {
  /** undefined if what was saved is no table of rules */
  model: Model | undefined;
  cases: readonly TestCase[];
}

const contentOf = ({ value: { text } }: Tagged): Content => ({ model: parse(text.model), cases: text.cases });
const spelled = ({ model, cases }: Content) => JSON.stringify([model && write(model), clean(cases)]);

/** Edits a draft. What is typed stays until it is saved, over newer texts of others too. */
export function DraftEditor({ tagged }: { tagged: Tagged }) {
  const { t, language } = useWords();
  const { nation, author } = useWorkspace();
  const queries = useQueryClient();
  const { part = 'table' } = draftRoute.useSearch();
  const navigate = draftRoute.useNavigate();
  // The text that typing began from: a newer one must not be overwritten unsaid.
  const [seen, setSeen] = useState(tagged);
  const [edits, setEdits] = useState(() => begin(contentOf(tagged)));
  const [doing, setDoing] = useState<Doing>({ status: 'typing' });
  const [goal, setGoal] = useState<Spot>();
  const { draft } = seen.value;
  const { model, cases } = edits.now;
  const unsaved = useMemo(() => spelled(edits.now) !== spelled(contentOf(seen)), [edits.now, seen]);
  useEffect(() => {
    if (unsaved || tagged.etag === seen.etag) return;
    setSeen(tagged);
    setEdits(begin(contentOf(tagged)));
  }, [tagged, seen.etag, unsaved]);

  const mayEdit = draft.status === 'draft' && author;
  const text = useMemo(() => (model ? write(model) : seen.value.text.model), [model, seen]);
  const settled = useSettled(useMemo(() => ({ text, cases: clean(cases) }), [text, cases]));
  const review = useQuery(reviewQuery(settled.text, settled.cases));
  const waiting = review.isPlaceholderData || settled.text !== text;
  // The newest text that is a rule set: what is being typed is not always one, and then nothing is tried.
  const [tried, setTried] = useState<string>();
  const readable = review.isPlaceholderData ? undefined : review.data?.readable;
  useEffect(() => {
    if (readable !== undefined) setTried(readable ? settled.text : undefined);
  }, [readable, settled.text]);
  const remarks = useMemo(
    () =>
      (review.data?.remarks ?? []).map((remark) => ({
        remark,
        place: model ? placeOf(remark, model) : { part: 'whole' as const },
      })),
    [review.data, model],
  );

  const change = useCallback((next: Content, place?: string) => {
    setDoing((before) => (before.status === 'torn' ? before : { status: 'typing' }));
    setEdits((before) => edit(before, next, place));
  }, []);
  const desk: Desk | undefined = model && {
    model,
    change: (next, place) => change({ model: next, cases }, place),
    // What were typed now would be in neither side of the question.
    mayEdit: mayEdit && doing.status !== 'torn',
    remarks,
  };

  const save = async (content: Content, against: Tagged) => {
    if (!content.model) return;
    const saved = { model: write(content.model), cases: clean(content.cases) };
    setDoing({ status: 'saving' });
    try {
      await saveDraft(draft.id, against.etag, saved);
      const newest = await queries.fetchQuery({ ...draftQuery(draft.id), staleTime: 0 });
      setSeen(newest);
      setDoing({ status: 'saved' });
    } catch (refusal) {
      if (!(refusal instanceof Problem && refusal.status === 412)) {
        setDoing({ status: 'refused', because: refusal });
        return;
      }
      await tear(content, saved, against);
    }
  };
  /** Somebody else saved since: both texts are merged, and the author decides where they conflict. */
  const tear = async (content: Content, mine: Text, against: Tagged) => {
    try {
      const theirs = await queries.fetchQuery({ ...draftQuery(draft.id), staleTime: 0 });
      const sides = { mine, theirs: theirs.value.text };
      const both = await mergedOf({ base: against.value.text, ...sides });
      setDoing({ status: 'torn', torn: { saved: theirs, ...sides, ...both } });
      setEdits((before) => edit(before, content));
    } catch (refusal) {
      setDoing({ status: 'refused', because: refusal });
    }
  };
  const take = ({ saved: theirs }: TornText, taken: Text) => {
    const content = { model: parse(taken.model), cases: clean(taken.cases) };
    setSeen(theirs);
    setEdits((before) => edit(before, content));
    void save(content, theirs);
  };

  const go = (place: Place) => {
    const to =
      place.part === 'alert'
        ? 'alerts'
        : place.part === 'points' || place.part === 'rollUp' || place.part === 'allows'
          ? 'points'
          : place.part === 'about'
            ? 'about'
            : 'table';
    void navigate({ search: (search) => ({ asOf: search.asOf, ...(to === 'table' ? {} : { part: to }) }) });
    if (place.part === 'row' && model) {
      const fields = ['rating', 'flags', 'vi'];
      const field = fields.indexOf(place.field === 'en' || place.field === 'rule' ? 'vi' : place.field);
      setGoal({
        row: place.at,
        column: place.column ?? (field < 0 ? 0 : model.columns.length + field),
      });
    }
  };
  const toRule = (rule: string) => model && go(placeOf({ at: '', rule }, model));

  const blocking = remarks.filter(({ remark }) => remark.weight === 'blocks').length;
  const failing = review.data?.tests.filter(({ passed }) => !passed).length ?? 0;
  const hindrance =
    blocking > 0
      ? t('authoring.blockedStill', { count: blocking })
      : failing > 0
        ? t('authoring.casesFail', { count: failing })
        : undefined;
  const undoes = () => desk?.mayEdit && setEdits(undo);
  const redoes = () => desk?.mayEdit && setEdits(redo);

  return (
    <>
      <PageHead
        title={model?.about?.name[language] || draft.ruleSet}
        actions={
          mayEdit && (
            <>
              <button
                type="button"
                className="button plain"
                disabled={edits.past.length === 0 || doing.status === 'torn'}
                onClick={undoes}
              >
                {t('authoring.undo')}
              </button>
              <button
                type="button"
                className="button plain"
                disabled={edits.future.length === 0 || doing.status === 'torn'}
                onClick={redoes}
              >
                {t('authoring.redo')}
              </button>
              <button
                type="button"
                className="button primary"
                disabled={!unsaved || doing.status === 'saving' || doing.status === 'torn'}
                onClick={() => void save(edits.now, seen)}
              >
                {t('authoring.save')}
              </button>
            </>
          )
        }
      >
        <p className="facts">
          <code>{draft.ruleSet}</code> {t('authoring.version').toLowerCase()} {draft.setVersion}
          <span className="chip">{t(`draftStatus.${draft.status}`)}</span>
          <span role="status">
            {doing.status === 'saving'
              ? t('authoring.saving')
              : !mayEdit
                ? draft.status === 'draft'
                  ? t('authoring.notAuthor')
                  : t('authoring.readOnly', { status: t(`draftStatus.${draft.status}`) })
                : t(unsaved ? 'authoring.unsaved' : 'authoring.allSaved')}
          </span>
          <Link to="/rule-guide">{t('authoring.guide')}</Link>
        </p>
      </PageHead>
      <LeaveGuard unsaved={unsaved && doing.status !== 'saving'} detail={t('authoring.leaveDetail')} />
      {doing.status === 'refused' && <ProblemAlert error={doing.because} />}
      {doing.status === 'torn' && <Torn torn={doing.torn} onTake={(taken) => take(doing.torn, taken)} />}
      <Steps key={seen.etag} details={seen.value} etag={seen.etag} hindrance={hindrance} unsaved={unsaved} />
      {mayEdit && model && doing.status !== 'torn' && tried !== undefined && (
        <NewerBase
          draft={draft}
          text={tried}
          ready={tried === text}
          onTake={(taken) => change({ model: parse(taken) ?? model, cases })}
        />
      )}
      <nav className="tabs" aria-label={t('authoring.title')}>
        {parts.map((one) => (
          <Link
            key={one}
            to="/rule-drafts/$draftId"
            params={{ draftId: draft.id }}
            search={(search) => ({ asOf: search.asOf, ...(one === 'table' ? {} : { part: one }) })}
            className="tab"
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {t(`draftPart.${one}`)}
          </Link>
        ))}
      </nav>
      {desk ? (
        <div className={part === 'table' || part === 'alerts' || part === 'points' ? 'desk' : undefined}>
          <div className="desk-main">
            {part === 'table' && (
              <>
                <RuleTable desk={desk} goal={goal} undo={undoes} redo={redoes} />
                {desk.mayEdit && (
                  <ImportTable desk={desk} draft={draft} base={tried ?? seen.value.text.model} />
                )}
              </>
            )}
            {part === 'alerts' && <Alerts desk={desk} />}
            {part === 'points' && <PointsForm desk={desk} />}
            {part === 'about' && <AboutForm desk={desk} />}
            {part === 'cases' && (
              <Cases
                desk={desk}
                cases={cases}
                review={review.data}
                onChange={(next, place) => change({ model, cases: next }, place)}
                onRule={toRule}
              />
            )}
            {part === 'compare' && <Compare draft={draft} text={text} />}
            {part === 'drl' && <Emitted text={settled.text} onRule={toRule} />}
            {part === 'history' && <History details={seen.value} />}
            {review.error && <ProblemAlert error={review.error} />}
            {part !== 'drl' && part !== 'history' && part !== 'compare' && (
              <RemarkList model={desk.model} remarks={remarks} waiting={waiting} onGo={go} />
            )}
          </div>
          {(part === 'table' || part === 'alerts' || part === 'points') &&
            (nation ? (
              <p className="note">{t('authoring.noTrial')}</p>
            ) : (
              <TrialPreview model={tried} onRule={toRule} />
            ))}
        </div>
      ) : (
        <Broken mayEdit={mayEdit} tagged={seen} onRestart={(next) => change({ model: next, cases })} />
      )}
    </>
  );
}

/** What was saved is no table of rules: an author may begin anew from the set the draft was based on. */
function Broken({
  tagged: { value },
  mayEdit,
  onRestart,
}: {
  tagged: Tagged;
  mayEdit: boolean;
  onRestart: (model: Model) => void;
}) {
  const { t } = useWords();
  const base = useQuery(ruleModelQuery(value.draft.basedOn));
  const model = base.data && parse(base.data.model);
  return (
    <div className="problem" role="alert">
      <p className="problem-title">{t('authoring.broken')}</p>
      <p>{t('authoring.brokenDetail')}</p>
      {mayEdit && model && (
        <button
          type="button"
          className="button plain"
          onClick={() => onRestart({ ...model, id: value.draft.ruleSet, version: value.draft.setVersion })}
        >
          {t('authoring.restart')}
        </button>
      )}
    </div>
  );
}
