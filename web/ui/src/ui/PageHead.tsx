import type { ReactNode } from 'react';
import { useWords } from '../i18n';

/** The heading of a page, which is also the title of the window. */
export function PageHead({
  title,
  children,
  actions,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  const { t } = useWords();
  return (
    <div className="page-head">
      <title>{`${title} · ${t('product.name')}`}</title>
      <div className="page-head-words">
        <h1>{title}</h1>
        {children}
      </div>
      {actions && <div className="page-head-actions">{actions}</div>}
    </div>
  );
}
