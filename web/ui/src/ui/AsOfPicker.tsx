import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import { useWords } from '../i18n';
import { dayFormats, isTypedDay } from './dayFormats';

/**
 * A labelled day, always set. `value` and `onChange` speak ISO days; `onMisread` tells what was typed when that is no day, for
 * the field then shows the old one again.
 */
export function AsOfPicker(props: {
  label: string;
  hint: string;
  value: string;
  onChange: (day: string) => void;
  onMisread: (typed: string | undefined) => void;
}) {
  const { language } = useWords();
  const id = useId();
  const judge = (typed: string) => props.onMisread(isTypedDay(typed, language) ? undefined : typed);
  return (
    <div className="as-of" title={props.hint}>
      <label htmlFor={id}>{props.label}</label>
      <DatePicker
        id={id}
        value={dayjs(props.value)}
        format={dayFormats[language]}
        allowClear={false}
        inputReadOnly={false}
        onChange={(chosen) => chosen && props.onChange(chosen.format('YYYY-MM-DD'))}
        onBlur={({ target }) => judge((target as HTMLInputElement).value)}
        onKeyDown={({ key, target }) => key === 'Enter' && judge((target as HTMLInputElement).value)}
      />
    </div>
  );
}
