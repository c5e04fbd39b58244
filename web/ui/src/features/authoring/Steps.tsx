import { Form, Input } from 'antd';
import { useState } from 'react';
import { useSession } from '../../frame/session';
import { useWords } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { today } from '../../ui/day';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { type Details, type Move, useMove } from './authoring.api';

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
  const { me, may } = useSession();
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
    ...(draft.status === 'draft' && may('rule-author')
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
    </div>
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
  const { move, release } = useMove(draft, etag);
  const required = { required: true, whitespace: true, message: t('frame.required') };
  const doing = chosen === 'release' ? release : move;
  return (
    <Form<{ validFrom: string; comment: string }>
      name="step"
      layout="vertical"
      className="form framed"
      requiredMark={false}
      initialValues={{ validFrom: today(), comment: '' }}
      onFinish={({ validFrom, comment }) =>
        chosen === 'release'
          ? release.mutate({ validFrom, reason: comment.trim() }, { onSuccess: onDone })
          : move.mutate({ move: chosen, comment }, { onSuccess: onDone })
      }
    >
      {chosen === 'release' && (
        <Form.Item
          name="validFrom"
          label={t('authoring.validFrom')}
          extra={t('authoring.releaseHint')}
          rules={[{ required: true, message: t('frame.required') }]}
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
