import { Input } from 'antd';
import type { Rule } from 'antd/es/form';
import { useWords } from '../i18n';
import { type Decimal, format, read } from './decimal';

interface Props {
  id?: string;
  /** what was typed, in the reader's number format */
  value?: string;
  onChange?: (typed: string) => void;
  unit: string;
  /** whether to say below how the amount was read */
  readBack?: boolean;
}

/** A number typed the way its reader writes numbers. Below it stands an example, then how it was read, before it is sent. */
export function DecimalInput({ id, value = '', onChange, unit, readBack = true }: Props) {
  const { t, language } = useWords();
  const reading = read(value, language);
  return (
    <>
      <Input
        id={id}
        value={value}
        suffix={unit}
        inputMode="decimal"
        autoComplete="off"
        onChange={({ target }) => onChange?.(target.value)}
      />
      {readBack && (
        <output className="read-as" htmlFor={id}>
          {reading.status === 'empty' && <span className="under">{t('observations.amountHint')}</span>}
          {reading.status === 'read' &&
            t('observations.readAs', { amount: format(reading.decimal, language), unit })}
        </output>
      )}
    </>
  );
}

/** Says why what was typed cannot be read; undefined for what can, and for an empty field. */
export function useDecimalFault(): (typed: string) => string | undefined {
  const { t, language } = useWords();
  return (text) => {
    const reading = read(text, language);
    if (reading.status !== 'unreadable') return undefined;
    const typed = text.trim();
    if (reading.instead !== undefined)
      return t('observations.otherMarks', { typed, instead: reading.instead });
    return t(reading.because === 'groups' ? 'observations.badGroups' : 'observations.notANumber', { typed });
  };
}

/** The rule for a form: refuses what cannot be read, and an empty field unless it may be empty. */
export function useDecimalRule({ optional = false } = {}): Rule {
  const { t } = useWords();
  const faultOf = useDecimalFault();
  return {
    validator: async (_, value: string | undefined) => {
      if (!optional && !value?.trim()) throw new Error(t('frame.required'));
      const fault = faultOf(value ?? '');
      if (fault) throw new Error(fault);
    },
  };
}

/** The decimal of a field that has passed its rule; undefined when left empty. */
export function useDecimalReader(): (typed: string | undefined) => Decimal | undefined {
  const { language } = useWords();
  return (typed) => {
    const reading = read(typed ?? '', language);
    return reading.status === 'read' ? reading.decimal : undefined;
  };
}
