import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { releasesQuery } from '../../frame/offered';
import { useSession } from '../../frame/session';
import { useWords } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { today } from '../../ui/day';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { type Details, type Move, useMove } from './authoring.api';
import { useFirstDayRule } from './firstDay';
import { nationsFirstDay, useWorkspace } from './workspace';

interface Props {
  details: Details;
  etag: string;
  /** why it cannot be proposed yet; undefined if it can */
  hindrance: string | undefined;
  /** what is on the screen and not saved would be lost by any step */
  unsaved: boolean;
}

type Chosen = Move | 'release';

/** What may be done with a draft as it stands, and by whom. */
export function Steps({ details: { draft, authors, steps }, etag, hindrance, unsaved }: Props) {
  const { t } = useWords();
  const { me } = useSession();
  const { nation, author } = useWorkspace();
  const [chosen, setChosen] = useState<Chosen>();
  const writers = [
    ...new Set([
      ...authors,
      ...steps.filter(({ status }) => status === 'proposed').map(({ recordedBy }) => recordedBy),
    ]),
  ];
  const isOwn = me?.user ? writers.includes(me.user.username) : false;
  const own = t('authoring.ownDraft', { authors: writers.join(', ') });
  const offered: { move: Chosen; because?: string | undefined }[] = [
    ...(draft.status === 'draft' && author
      ? [{ move: 'proposal' as const, because: unsaved ? t('authoring.saveFirst') : hindrance }]
      : []),
    ...(draft.status === 'proposed' ? [{ move: 'approval' as const, because: isOwn ? own : undefined }] : []),
    ...(draft.status === 'approved' ? [{ move: 'release' as const }] : []),
    ...(draft.status === 'proposed' || draft.status === 'approved' ? [{ move: 'return' as const }] : []),
    ...(draft.status === 'released' || draft.status === 'withdrawn'
      ? []
      : [{ move: 'withdrawal' as const, because: unsaved ? t('authoring.saveFirst') : undefined }]),
  ];
  return (
    <div className="steps">
      <div className="buttons">
        {offered.map(({ move, because }) => (
          <button
            key={move}
            type="button"
            className="button plain"
            disabled={because !== undefined}
            aria-describedby={because === undefined ? undefined : `because-${move}`}
            aria-expanded={chosen === move}
            onClick={() => setChosen(chosen === move ? undefined : move)}
          >
            {t(`draftMove.${move}`)}
          </button>
        ))}
      </div>
      {offered.map(
        ({ move, because }) =>
          because !== undefined && (
            <p key={move} id={`because-${move}`} className="under">
              {because}
            </p>
          ),
      )}
      {chosen && offered.some(({ move, because }) => move === chosen && because === undefined) && (
        <StepForm
          key={chosen}
          draft={draft.id}
          etag={etag}
          move={chosen}
          onDone={() => setChosen(undefined)}
        />
      )}
      {nation && draft.status === 'released' && <ToImpacts draft={draft.id} />}
    </div>
  );
}

/** The way to what the release of a draft would change. */
function ToImpacts({ draft }: { draft: string }) {
  const { t } = useWords();
  const { data } = useQuery(releasesQuery);
  const release = data?.find((one) => one.draft === draft);
  return (
    release && (
      <p>
        <Link to="/rule-drafts/releases/$releaseId" params={{ releaseId: release.id }}>
          {t('authoring.impacts')}
        </Link>
      </p>
    )
  );
}

function StepForm({
  draft,
  etag,
  move: chosen,
  onDone,
}: {
  draft: string;
  etag: string;
  move: Chosen;
  onDone: () => void;
}) {
  const { t } = useWords();
  const { nation } = useWorkspace();
  const navigate = useNavigate();
  const firstDayRule = useFirstDayRule();
  const { move, release } = useMove(draft, etag);
  const required = { required: true, whitespace: true, message: t('frame.required') };
  const doing = chosen === 'release' ? release : move;
  return (
    <Form<{ validFrom: string; comment: string }>
      name="step"
      layout="vertical"
      className="form framed"
      requiredMark={false}
      initialValues={{ validFrom: nation ? nationsFirstDay() : today(), comment: '' }}
      onFinish={({ validFrom, comment }) =>
        chosen === 'release'
          ? release.mutate(
              { validFrom, reason: comment.trim() },
              {
                onSuccess: ({ id: releaseId }) => {
                  onDone();
                  if (nation)
                    void navigate({ to: '/rule-drafts/releases/$releaseId', params: { releaseId } });
                },
              },
            )
          : move.mutate({ move: chosen, comment }, { onSuccess: onDone })
      }
    >
      {chosen === 'release' && (
        <Form.Item
          name="validFrom"
          label={t('authoring.validFrom')}
          extra={t(nation ? 'authoring.nationalReleaseHint' : 'authoring.releaseHint')}
          rules={[{ required: true, message: t('frame.required') }, ...firstDayRule]}
        >
          <DayInput />
        </Form.Item>
      )}
      <Form.Item
        name="comment"
        label={t(
          chosen === 'release'
            ? 'authoring.reason'
            : chosen === 'return'
              ? 'authoring.needComment'
              : 'authoring.comment',
        )}
        rules={chosen === 'release' || chosen === 'return' ? [required] : []}
      >
        <Input.TextArea rows={2} />
      </Form.Item>
      {doing.error && <ProblemAlert error={doing.error} />}
      <div className="buttons">
        <button type="submit" className="button primary" disabled={doing.isPending}>
          {t(`draftMove.${chosen}`)}
        </button>
        <button type="button" className="button plain" onClick={onDone}>
          {t('frame.cancel')}
        </button>
      </div>
    </Form>
  );
}
