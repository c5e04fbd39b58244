import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useWords } from '../i18n';
import { dayFormats, isTypedDay } from './dayFormats';

interface Props {
  id?: string;
  /** an ISO day */
  value?: string | undefined;
  onChange?: (day: string | undefined) => void;
}

/** A day of a form, spoken in ISO days. What was typed and is no day is said, for the field then shows the old one again. */
export function DayInput({ id, value, onChange }: Props) {
  const { t, language } = useWords();
  const [misread, setMisread] = useState<string>();
  const judge = ({ value: typed }: HTMLInputElement) =>
    setMisread(typed.trim() === '' || isTypedDay(typed, language) ? undefined : typed);
  return (
    <>
      <DatePicker
        {...(id ? { id } : {})}
        value={value ? dayjs(value) : null}
        format={dayFormats[language]}
        style={{ width: '100%' }}
        {...(misread === undefined ? {} : { status: 'error' as const })}
        onChange={(chosen) => {
          setMisread(undefined);
          onChange?.(chosen?.format('YYYY-MM-DD'));
        }}
        onBlur={({ target }) => judge(target as HTMLInputElement)}
        onKeyDown={({ key, target }) => key === 'Enter' && judge(target as HTMLInputElement)}
      />
      {misread !== undefined && (
        <p className="caution" role="alert">
          {t('frame.dayMisread', { typed: misread })}
        </p>
      )}
    </>
  );
}
