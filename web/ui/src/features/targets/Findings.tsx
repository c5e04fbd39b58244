import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAsOf } from '../../frame/asOf';
import { useWords } from '../../i18n';
import { findingsQuery } from './targets.api';

/** What does not go together with this target; nothing while everything does. */
export function Findings({ planId, targetId }: { planId: string; targetId: string }) {
  const { t, language } = useWords();
  const findings = useQuery(findingsQuery(planId, useAsOf()));
  const ours = findings.data?.filter(({ facts }) => facts.some(({ target }) => target === targetId)) ?? [];
  if (ours.length === 0) return null;
  return (
    <>
      <h3 className="section-title">{t('plans.coherence')}</h3>
      <ul>
        {ours.map((finding) => (
          <li key={finding.vi}>{finding[language]}</li>
        ))}
      </ul>
      <p>
        <Link to="/plans/$planId/coherence" params={{ planId }} className="link">
          {t('targets.toCoherence')}
        </Link>
      </p>
    </>
  );
}
