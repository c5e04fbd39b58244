import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useWords } from '../../i18n';

interface Props {
  label: string;
  /** the cell that it belongs to */
  anchor: Element;
  onClose: () => void;
  children: ReactNode;
}

const EDGE = 8;

/** What a cell holds, to be chosen, under the cell or where the window has room. Escape and a click elsewhere close it. */
export function CellDialog({ label, anchor, onClose, children }: Props) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (!element.open) element.showModal();
    const place = () => {
      const cell = anchor.getBoundingClientRect();
      const own = element.getBoundingClientRect();
      const least = (wanted: number, room: number) => Math.max(EDGE, Math.min(wanted, room));
      element.style.left = `${least(cell.left, window.innerWidth - own.width - EDGE)}px`;
      element.style.top = `${least(cell.bottom + 2, window.innerHeight - own.height - EDGE)}px`;
    };
    place();
    // It grows while it is open, when its blanks are shown for instance.
    const sizes = new ResizeObserver(place);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [anchor]);

  const step = (by: number) => {
    const fields = [...(dialog.current?.querySelectorAll<HTMLElement>('input') ?? [])];
    const at = fields.indexOf(document.activeElement as HTMLElement);
    if (at >= 0) fields[(at + by + fields.length) % fields.length]?.focus();
  };
  return (
    <dialog
      ref={dialog}
      className="cell-dialog"
      aria-label={label}
      onClose={onClose}
      onClick={({ target }) => target === dialog.current && dialog.current.close()}
      onPaste={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        const { target, key } = event;
        const isChoice = target instanceof HTMLInputElement && target.type !== 'text';
        if (key === 'Enter' && isChoice) dialog.current?.close();
        else if (isChoice && (key === 'ArrowDown' || key === 'ArrowUp') && target.type === 'checkbox') {
          step(key === 'ArrowDown' ? 1 : -1);
        } else return;
        event.preventDefault();
      }}
    >
      <p className="cell-dialog-title">{label}</p>
      {children}
      <p className="buttons">
        <button type="button" className="button plain" onClick={() => dialog.current?.close()}>
          {t('authoring.done')}
        </button>
      </p>
    </dialog>
  );
}
