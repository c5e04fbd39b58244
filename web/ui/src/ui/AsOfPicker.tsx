import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import { useWords } from '../i18n';

/** A labelled day, always set. `value` and `onChange` speak ISO days. */
export function AsOfPicker(props: {
  label: string;
  hint: string;
  value: string;
  onChange: (day: string) => void;
}) {
  const { language } = useWords();
  const id = useId();
  return (
    <div className="as-of" title={props.hint}>
      <label htmlFor={id}>{props.label}</label>
      <DatePicker
        id={id}
        value={dayjs(props.value)}
        format={language === 'vi' ? 'DD/MM/YYYY' : 'D MMM YYYY'}
        allowClear={false}
        inputReadOnly={false}
        onChange={(chosen) => chosen && props.onChange(chosen.format('YYYY-MM-DD'))}
      />
    </div>
  );
}
