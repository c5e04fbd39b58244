import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { offeredQuery, releasesQuery } from '../../frame/offered';
import { ruleModelQuery } from '../../frame/trial';
import { useWords } from '../../i18n';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { type Draft, mergeQuery, type Text } from './authoring.api';
import { isSame, newerBase, underNameOf, type Version } from './base';
import { Conflicts } from './Torn';

interface Props {
  draft: Draft;
  /** the newest text that is a rule set */
  text: string;
  /** whether that is what is on the screen */
  ready: boolean;
  onTake: (model: string) => void;
}

/** Says that the set which a draft was begun as has a newer version, and takes its changes over into the draft. */
export function NewerBase(props: Props) {
  const { draft } = props;
  const base = useQuery(ruleModelQuery(draft.basedOn));
  const releases = useQuery(releasesQuery);
  const offered = useQuery(offeredQuery);
  if (!base.data || !releases.data || !offered.data) return null;
  const newer = newerBase(base.data, releases.data, offered.data);
  if (!newer) return null;
  const under = underNameOf(draft, base.data.model);
  return under && <News {...props} id={base.data.id} base={under} newer={newer} />;
}

/** A base brings its rules; the test cases stay the draft's. */
const alone = (model: string): Text => ({ model, cases: [] });

interface NewsProps extends Props {
  /** of the base */
  id: string;
  /** the base as the draft found it */
  base: string;
  newer: Version;
}

function News({ draft, id, base, newer, text, ready, onTake }: NewsProps) {
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  const model = useQuery(ruleModelQuery(newer.sha256));
  const theirs = model.data && underNameOf(draft, model.data.model);
  const merging = useQuery(mergeQuery(base, text, theirs));
  const merged = merging.data;
  const which = { set: id, version: newer.version };
  if (merging.error) return <ProblemAlert error={merging.error} />;
  if (!merged || !theirs) return null;
  // Where both changed a cell the draft's stays until its author says otherwise: all else of the new version is in it already.
  const isIn = isSame(merged.model, text);
  if (isIn && merged.conflicts.length === 0) return null;
  return (
    <section className="note newer-base" aria-label={t('authoring.newerBase', which)}>
      <p>
        <strong>{t('authoring.newerBase', which)}</strong>{' '}
        {isIn && t('authoring.newerBaseIn', { count: merged.conflicts.length })}
      </p>
      {!ready || merging.isPlaceholderData ? (
        <p className="under">{t('authoring.reviewing')}</p>
      ) : shown ? (
        <Conflicts
          texts={{
            mine: alone(text),
            theirs: alone(theirs),
            merged: alone(merged.model),
            conflicts: merged.conflicts,
          }}
          theirs={t('authoring.ofBase')}
          take={t('authoring.takeBase')}
          onTake={(taken) => {
            setShown(false);
            onTake(taken.model);
          }}
        />
      ) : (
        <button type="button" className="button plain" onClick={() => setShown(true)}>
          {t('authoring.mergeBase')}
        </button>
      )}
    </section>
  );
}
