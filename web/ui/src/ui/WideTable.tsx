import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from '../i18n';

/** `fits`, or towards which edges columns lie out of sight */
type Beyond = 'fits' | 'right' | 'left' | 'both';

/**
 * The box of a table that may be wider than the screen. It then scrolls sideways, by keys too, and says so by a sentence
 * and by a shadow at each edge behind which columns lie.
 */
export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  const { t } = useWords();
  const box = useRef<HTMLElement>(null);
  const [beyond, setBeyond] = useState<Beyond>('fits');
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      const { scrollLeft, scrollWidth, clientWidth } = element;
      // Browsers scroll by fractions of a pixel.
      const left = scrollLeft > 1;
      const right = scrollLeft + clientWidth < scrollWidth - 1;
      setBeyond(left && right ? 'both' : left ? 'left' : right ? 'right' : 'fits');
    };
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    for (const child of element.children) sizes.observe(child);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  return (
    <>
      {beyond !== 'fits' && <p className="scroll-sideways">{t('frame.scrollSideways')}</p>}
      <div className="wide-table" data-beyond={beyond}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs focus to be scrolled by keys */}
        <section ref={box} className="ledger-box" aria-label={label} tabIndex={0}>
          {children}
        </section>
      </div>
    </>
  );
}
