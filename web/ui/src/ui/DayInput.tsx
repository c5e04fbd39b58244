import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useWords } from '../i18n';
import { dayFormats } from './dayFormats';

interface Props {
  id?: string;
  /** an ISO day */
  value?: string | undefined;
  onChange?: (day: string | undefined) => void;
}

/** A day of a form, spoken in ISO days. */
export function DayInput({ id, value, onChange }: Props) {
  const { language } = useWords();
  return (
    <DatePicker
      {...(id ? { id } : {})}
      value={value ? dayjs(value) : null}
      format={dayFormats[language]}
      style={{ width: '100%' }}
      onChange={(chosen) => onChange?.(chosen?.format('YYYY-MM-DD'))}
    />
  );
}
