import { useEffect, useState } from 'react';
import { cellId } from './CellParts';
import { PAGE } from './submissions.api';
import { submissionRoute } from './submissions.route';

/** Turns to the page of a cell and puts the cursor into it, once it is there. */
export function useJump(): (cell: number) => void {
  const navigate = submissionRoute.useNavigate();
  const [wanted, setWanted] = useState<number>();
  useEffect(() => {
    if (wanted === undefined) return;
    const look = () => {
      const found = document.getElementById(cellId(wanted))?.querySelector<HTMLElement>('input, select');
      if (!found) return;
      found.focus({ preventScroll: true });
      found.scrollIntoView({ block: 'center' });
      setWanted(undefined);
    };
    look();
    const changes = new MutationObserver(look);
    changes.observe(document.body, { childList: true, subtree: true });
    return () => changes.disconnect();
  }, [wanted]);
  return (cell) => {
    const page = Math.ceil(cell / PAGE);
    void navigate({ search: (before) => ({ ...before, page: page > 1 ? page : undefined }) });
    setWanted(cell);
  };
}
