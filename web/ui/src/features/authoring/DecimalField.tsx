import { useId, useState } from 'react';
import { useWords } from '../../i18n';
import { useDecimalFault } from '../../ui/DecimalInput';
import { type Decimal, perCent, ratioOf, read, typed } from '../../ui/decimal';

interface Props {
  label: string;
  /** exact decimal; empty for nothing. What is no decimal is shown as it is */
  value: string;
  /** whether a share of one is typed as per cent */
  share?: boolean;
  disabled: boolean;
  onChange: (value: Decimal) => void;
}

const isDecimal = (text: string) => /^-?\d+(\.\d+)?$/.test(text);

/** A number of the rule set as its reader writes numbers. What cannot be read is said, and the set keeps the former. */
export function DecimalField({ label, value, share = false, disabled, onChange }: Props) {
  const { language } = useWords();
  const id = useId();
  const faultOf = useDecimalFault();
  const shown = isDecimal(value) ? typed(share ? perCent(value) : value, language) : value;
  const [typing, setTyping] = useState<string>();
  const fault = typing === undefined ? undefined : faultOf(typing);
  return (
    <div className="decimal-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={typing ?? shown}
        disabled={disabled}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
        onChange={({ target }) => {
          setTyping(target.value);
          const reading = read(target.value, language);
          if (reading.status === 'empty') onChange('');
          if (reading.status === 'read') onChange(share ? ratioOf(reading.decimal) : reading.decimal);
        }}
        onBlur={() => fault === undefined && setTyping(undefined)}
      />
      {fault !== undefined && (
        <p id={`${id}-fault`} className="caution" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
