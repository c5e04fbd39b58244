import type { Asked } from '../../api/client';
import type { Statement } from './statements.api';

type Whole = Asked<'/api/v1/statements/{statement}', 'put'>;

/** What of a statement can be typed or chosen; a field left empty says that there is none. */
export interface Fields {
  kind: Statement['kind'];
  quote: string;
  source: string;
  note: string;
  period: string;
  plan: string | undefined;
  target: string | undefined;
  /** figures that it reports, in the order of its words */
  observations: string[];
}

export const fieldsOf = ({
  kind,
  quote,
  source,
  note,
  period,
  plan,
  target,
  observations,
}: Statement): Fields => ({
  kind,
  quote,
  source,
  note: note ?? '',
  period: period ?? '',
  plan: plan ?? undefined,
  target: target ?? undefined,
  observations,
});

/** The whole statement as it should have been kept. The revision is one of its target, and goes with that. */
export const wholeOf = (seen: Statement, right: Fields & { reason: string }): Whole => ({
  kind: right.kind,
  quote: right.quote,
  source: right.source,
  note: right.note.trim() || null,
  period: right.period.trim() || null,
  plan: right.plan ?? null,
  target: right.target ?? null,
  revision: right.target !== undefined && right.target === seen.target ? (seen.revision ?? null) : null,
  observations: right.observations,
  reason: right.reason,
});
