import { CellPages } from './CellPages';
import { CellHead, CellPast, CellRemarks, CellValue } from './CellParts';

/** A report as those read it who do not fill it in. */
export function ReadCells({ submission, cells }: { submission: string; cells: number }) {
  return (
    <CellPages submission={submission} cells={cells}>
      {(cell, area) => (
        <li key={cell.cell} className="cell">
          <CellHead cell={cell} area={area} />
          <CellValue cell={cell} />
          <CellRemarks cell={cell} />
          <CellPast cell={cell} />
        </li>
      )}
    </CellPages>
  );
}
