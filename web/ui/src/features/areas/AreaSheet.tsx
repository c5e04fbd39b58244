import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { CorrectionForm } from '../../frame/CorrectionForm';
import { useSession } from '../../frame/session';
import { useWords, type Word } from '../../i18n';
import { day, moment } from '../../ui/day';
import { Loaded } from '../../ui/Loaded';
import { SideSheet } from '../../ui/SideSheet';
import { AreaFields } from './AreaFields';
import { type AreaHistory, type AreaSpelling, areaQuery, type Succession, useCorrectArea } from './areas.api';

/** One area: since when, until when, what it came from and what became of it. */
export function AreaSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { t, language } = useWords();
  const { may } = useSession();
  const history = useQuery(areaQuery(id));
  return (
    <SideSheet title={history.data?.area.name ?? t('areas.one')} onClose={onClose}>
      <Loaded query={history}>
        {({ area, origins, ending }) => (
          <>
            <p className="under">
              {t(`areaLevel.${area.level as Word<'areaLevel'>}`)} · <code>{area.code}</code> ·{' '}
              {t('areas.since', { day: day(area.validFrom, language) })}
              {area.validTo && ` · ${t('areas.until', { day: day(area.validTo, language) })}`}
            </p>
            {area.source && (
              <p>
                {t('areas.source')}: {area.source}
              </p>
            )}
            {area.level !== 'province' && may('province-admin') && (
              <Mend area={area} reload={() => history.refetch().then(({ data }) => data?.area)} />
            )}
            <h3 className="section-title">{t('areas.origins')}</h3>
            {origins.length === 0 && <p className="missing">{t('areas.noOrigins')}</p>}
            {origins.map((succession) => (
              <Told key={succession.id} succession={succession} />
            ))}
            <h3 className="section-title">{t('areas.ending')}</h3>
            {ending ? <Told succession={ending} /> : <p className="missing">{t('areas.noEnding')}</p>}
          </>
        )}
      </Loaded>
    </SideSheet>
  );
}

/** The spelling of an area, mended when asked for. The province itself is called otherwise by a succession only. */
function Mend({
  area,
  reload,
}: {
  area: AreaHistory['area'];
  reload: () => Promise<AreaHistory['area'] | undefined>;
}) {
  const { t } = useWords();
  const [state, setState] = useState<'resting' | 'correcting' | 'corrected'>('resting');
  const correcting = useCorrectArea();
  if (state === 'correcting') {
    return (
      <CorrectionForm
        current={area}
        reload={reload}
        fieldsOf={({ name, code, source }): AreaSpelling => ({ name, code, source: source ?? '' })}
        lineOf={({ name, code, source }) => [name, code, source].filter(Boolean).join(' · ')}
        correcting={correcting}
        hint={t('areas.correctHint')}
        framed
        onCorrected={() => setState('corrected')}
      >
        {() => <AreaFields />}
      </CorrectionForm>
    );
  }
  return (
    <>
      {state === 'corrected' && (
        <p className="note" role="status">
          {t('areas.corrected', { name: area.name })}
        </p>
      )}
      <button type="button" className="link" onClick={() => setState('correcting')}>
        {t('areas.correct')}
      </button>
    </>
  );
}

function Told({ succession }: { succession: Succession }) {
  const { t, language } = useWords();
  return (
    <div className="framed-words">
      <p>
        <span className="chip">{t(`successionKind.${succession.kind as Word<'successionKind'>}`)}</span>{' '}
        {t('areas.from', { day: day(succession.on, language) })}: <Names side={succession.predecessors} /> →{' '}
        {succession.successors.length > 0 ? <Names side={succession.successors} /> : t('areas.nothing')}
      </p>
      <p>{succession.source}</p>
      <p className="under">
        {t('areas.recordedBy', { at: moment(succession.recordedAt, language), by: succession.recordedBy })}
      </p>
    </div>
  );
}

/** Each leads to its own history. */
function Names({ side }: { side: Succession['predecessors'] }) {
  return side.map(({ id, name }, at) => (
    <Fragment key={id}>
      {at > 0 && ', '}
      <Link to="/areas" search={(search) => ({ ...search, area: id })} className="link">
        {name}
      </Link>
    </Fragment>
  ));
}
