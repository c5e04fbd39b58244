import { useWords } from '../../i18n';
import type { Duty, Status } from './submissions.api';

/** The papers of ratings, lent to what is as good or as grave; the word says it, the colour repeats it. */
const timelinessLike = {
  'not-due': 'insufficient-data',
  'on-time': 'met',
  late: 'behind',
  missing: 'missed',
} as const;

const statusLike = {
  draft: 'insufficient-data',
  submitted: 'on-track',
  returned: 'behind',
  approved: 'met',
  locked: 'exceeded',
  published: 'exceeded',
  unlocked: 'nearly-met',
} as const;

export function TimelinessTag({ timeliness }: { timeliness: Duty['timeliness'] }) {
  const { t } = useWords();
  return (
    <span className={`rating rating-${timelinessLike[timeliness]}`}>{t(`timeliness.${timeliness}`)}</span>
  );
}

export function StatusTag({ status }: { status: Status }) {
  const { t } = useWords();
  return <span className={`rating rating-${statusLike[status]}`}>{t(`submissionStatus.${status}`)}</span>;
}
