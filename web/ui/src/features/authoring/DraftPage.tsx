import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n';
import { Loaded } from '../../ui/Loaded';
import { draftQuery } from './authoring.api';
import { draftRoute } from './authoring.route';
import { DraftEditor } from './DraftEditor';
import './authoring.css';

/** One draft: its text, what is said of it, what it would change, and its steps. */
export function DraftPage() {
  const { t } = useWords();
  const { draftId } = draftRoute.useParams();
  const draft = useQuery(draftQuery(draftId));
  return (
    <>
      <p>
        <Link to="/rule-drafts">{t('authoring.back')}</Link>
      </p>
      <Loaded query={draft}>{(tagged) => <DraftEditor key={draftId} tagged={tagged} />}</Loaded>
    </>
  );
}
