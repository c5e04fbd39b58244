import { Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { useWords } from '../i18n';

/** A sheet over the right edge of a page. It is a route: closing it goes back to the page's address. */
export function SideSheet({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useWords();
  const [open, setOpen] = useState(true);
  return (
    <Drawer
      open={open}
      size={640}
      styles={{ body: { padding: 0, overflow: 'hidden' } }}
      title={<h2 className="sheet-title">{title}</h2>}
      closable={{ 'aria-label': t('frame.close') }}
      onClose={() => setOpen(false)}
      afterOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs focus to be scrolled by keys */}
      <section className="sheet-body" aria-label={title} tabIndex={0}>
        {children}
      </section>
    </Drawer>
  );
}
