import type { ReactNode } from 'react';
import { useWords } from '../i18n';
import { ListDownload } from './ListDownload';

/** The heading of a page, which is also the title of the window. @param list the API's address of what the page lists */
export function PageHead({
  title,
  children,
  actions,
  list,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  list?: string;
}) {
  const { t } = useWords();
  return (
    <div className="page-head">
      <title>{`${title} · ${t('product.name')}`}</title>
      <div className="page-head-words">
        <h1>{title}</h1>
        {children}
      </div>
      {(actions || list) && (
        <div className="page-head-actions">
          {list && <ListDownload address={list} />}
          {actions}
        </div>
      )}
    </div>
  );
}
