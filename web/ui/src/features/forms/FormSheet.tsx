import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { named, useWords } from '../../i18n';
import { day, moment } from '../../ui/day';
import { Loaded } from '../../ui/Loaded';
import { periodByCalendar, periodInWords } from '../../ui/period';
import { SideSheet } from '../../ui/SideSheet';
import { ChangeForm } from './ChangeForm';
import { Due } from './Due';
import { askableQuery, askedQuery, formQuery, type ReportingForm } from './forms.api';
import { MoveDeadline } from './MoveDeadline';

interface Props {
  id: string;
  /** whether the reader may change it */
  admin: boolean;
  onClose: () => void;
}

/** One form: what it asks whom and until when, and for the administrator its next version. */
export function FormSheet({ id, admin, onClose }: Props) {
  const { t, language } = useWords();
  const form = useQuery(formQuery(id));
  const [saved, setSaved] = useState(0);
  return (
    <SideSheet
      title={form.data ? named(form.data.value.content, language) : t('forms.one')}
      onClose={onClose}
    >
      <Loaded query={form}>
        {({ value, etag }) => (
          <>
            {saved > 0 && (
              <p className="note" role="status">
                {t('forms.changedNow', { name: named(value.content, language) })}
              </p>
            )}
            <Said form={value} />
            <Deadlines form={value} />
            {admin && (
              <>
                <h3 className="section-title">{t('forms.move')}</h3>
                <MoveDeadline form={value} />
                <h3 className="section-title">{t('forms.change')}</h3>
                <p className="under">{t('forms.changeHint')}</p>
                <ChangeForm
                  key={saved}
                  current={{ value, etag }}
                  reload={() => form.refetch().then(({ data }) => data)}
                  onSaved={() => setSaved(saved + 1)}
                />
              </>
            )}
          </>
        )}
      </Loaded>
    </SideSheet>
  );
}

/** What the newest version says. */
function Said({ form }: { form: ReportingForm }) {
  const { t, language } = useWords();
  const indicators = useQuery(askableQuery);
  const units = useQuery(askedQuery);
  const { content } = form;
  const nameOf = (code: string) => {
    const indicator = indicators.data?.find((one) => one.code === code);
    return indicator ? named(indicator, language) : code;
  };
  return (
    <>
      <p className="under">
        {t('forms.version', {
          version: form.version,
          by: form.recordedBy,
          at: moment(form.recordedAt, language),
        })}
      </p>
      <p>
        {content.ended
          ? t('forms.ended', { period: periodInWords(content.from, language) })
          : `${t(`frequency.${form.frequency}`)}; ${t('forms.from').toLowerCase()}: ${periodByCalendar(content.from, form.calendar, language)}`}
      </p>
      <p>
        <Due days={content.dueDays} />; {t('forms.remind', { count: content.remindDays })}
      </p>
      <h3 className="section-title">{t('forms.lines')}</h3>
      <ol className="plain-list">
        {content.lines.map((line) => (
          <li key={`${line.indicator}/${line.place}/${line.span}/${line.subgroup ?? ''}`}>
            {[nameOf(line.indicator), line.subgroup].filter(Boolean).join(' · ')}
            <span className="under">
              {t(`formPlace.${line.place}`)} · {t(`formSpan.${line.span}`)}
            </span>
          </li>
        ))}
      </ol>
      <h3 className="section-title">{t('forms.units')}</h3>
      <ul className="plain-list">
        {units.data
          ?.filter(({ id }) => content.units.includes(id))
          .map((unit) => (
            <li key={unit.id}>{named(unit, language)}</li>
          ))}
      </ul>
    </>
  );
}

function Deadlines({ form }: { form: ReportingForm }) {
  const { t, language } = useWords();
  return (
    <>
      <h3 className="section-title">{t('forms.deadlines')}</h3>
      {form.deadlines.length === 0 && <p className="missing">{t('forms.noDeadlines')}</p>}
      <ul className="plain-list">
        {form.deadlines.map(({ period, dueOn, reason }) => (
          <li key={period}>
            {periodInWords(period, language)}: <strong>{day(dueOn, language)}</strong>
            <span className="under">{reason}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
