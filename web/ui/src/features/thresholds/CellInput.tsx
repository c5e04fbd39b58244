import { useRef, useState } from 'react';
import { type Field, isChoice } from './lines';
import type { Leaving } from './ThresholdGrid';
import { choices } from './thresholds.api';
import { useCellWords } from './useCellWords';

interface Props {
  field: Field;
  label: string;
  start: string;
  /** whether the first digit is typed already, so that typing goes on behind it */
  fresh: boolean;
  /** @param text undefined if it was cancelled */
  onDone: (text: string | undefined, leaving: Leaving) => void;
}

/** A cell that has become an input: Enter and Tab keep what was typed and move on, leaving keeps it too, Esc takes it back. */
export function CellInput({ field, label, start, fresh, onDone }: Props) {
  const words = useCellWords();
  const [text, setText] = useState(start);
  // Taking the input away takes the focus from it once more.
  const over = useRef(false);
  const done = (kept: string | undefined, leaving: Leaving) => {
    if (over.current) return;
    over.current = true;
    onDone(kept, leaving);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') done(undefined, 'stay');
    else if (event.key === 'Enter') done(text, 'below');
    else if (event.key === 'Tab') done(text, event.shiftKey ? 'previous' : 'next');
    else return;
    event.preventDefault();
  };
  const shared = { 'aria-label': label, onKeyDown, onBlur: () => done(text, 'away') };
  if (isChoice(field)) {
    return (
      <select
        {...shared}
        ref={(element) => element?.focus()}
        value={text}
        onChange={({ target }) => done(target.value, 'stay')}
      >
        {choices[field].map((choice) => (
          <option key={choice} value={choice}>
            {words.chosen(choice)}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...shared}
      ref={(element) => {
        if (!element || element === document.activeElement) return;
        element.focus();
        element.setSelectionRange(fresh ? text.length : 0, text.length);
      }}
      value={text}
      inputMode="decimal"
      autoComplete="off"
      onChange={({ target }) => setText(target.value)}
    />
  );
}
