import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useWords } from '../i18n';

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
      format={language === 'vi' ? 'DD/MM/YYYY' : 'D MMM YYYY'}
      style={{ width: '100%' }}
      onChange={(chosen) => onChange?.(chosen?.format('YYYY-MM-DD'))}
    />
  );
}
