import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n';
import { Loaded } from '../../ui/Loaded';
import { type Cell, cellsQuery, PAGE } from './submissions.api';
import { submissionRoute } from './submissions.route';

interface Props {
  submission: string;
  /** how many there are on all pages */
  cells: number;
  /** @param area whether the cells are of several areas, so that each says its own */
  children: (cell: Cell, area: boolean) => ReactNode;
}

/** The cells of a report, page by page; the page stands in the address. */
export function CellPages({ submission, cells, children }: Props) {
  const { t } = useWords();
  const { page = 1 } = submissionRoute.useSearch();
  const navigate = submissionRoute.useNavigate();
  const query = useQuery(cellsQuery(submission, page));
  const last = Math.max(1, Math.ceil(cells / PAGE));
  const turn = (to: number) =>
    void navigate({ search: (before) => ({ ...before, page: to > 1 ? to : undefined }) });
  return (
    <>
      <Loaded query={query}>
        {(items) => {
          const several = new Set(items.map(({ area }) => area)).size > 1;
          return <ol className="cells">{items.map((cell) => children(cell, several))}</ol>;
        }}
      </Loaded>
      {last > 1 && (
        <nav className="buttons" aria-label={t('submissions.figures')}>
          <button type="button" className="button plain" disabled={page <= 1} onClick={() => turn(page - 1)}>
            {t('submissions.previous')}
          </button>
          <span>
            {t('submissions.cells', {
              from: (page - 1) * PAGE + 1,
              to: Math.min(page * PAGE, cells),
              all: cells,
            })}
          </span>
          <button
            type="button"
            className="button plain"
            disabled={page >= last}
            onClick={() => turn(page + 1)}
          >
            {t('submissions.next')}
          </button>
        </nav>
      )}
    </>
  );
}
