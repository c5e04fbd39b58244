import { useWords } from '../../i18n';
import type { Case } from './cases.api';

/** The papers of ratings, lent to what is as good or as grave; the word says it, the colour repeats it. */
const severityLike = { high: 'missed', medium: 'behind', low: 'nearly-met' } as const;

const statusLike = {
  open: 'missed',
  acknowledged: 'behind',
  'explanation-requested': 'behind',
  explained: 'on-track',
  accepted: 'nearly-met',
  'action-agreed': 'on-track',
  cleared: 'met',
} as const;

export function SeverityTag({ severity }: { severity: Case['severity'] }) {
  const { t } = useWords();
  return <span className={`rating rating-${severityLike[severity]}`}>{t(`severity.${severity}`)}</span>;
}

export function StatusTag({ status }: { status: Case['status'] }) {
  const { t } = useWords();
  return <span className={`rating rating-${statusLike[status]}`}>{t(`caseStatus.${status}`)}</span>;
}
