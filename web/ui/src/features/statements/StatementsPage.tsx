import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../i18n';
import { Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { StatementsByKind } from './StatementsByKind';
import { statementsQuery } from './statements.api';

/** All statements of the province; a box leaves only those that belong to no plan. */
export function StatementsPage() {
  const { t } = useWords();
  const statements = useQuery(statementsQuery());
  const [onlyFree, setOnlyFree] = useState(false);
  return (
    <>
      <PageHead title={t('statements.title')}>
        <p>{t('statements.intro')}</p>
      </PageHead>
      <label className="check">
        <input type="checkbox" checked={onlyFree} onChange={({ target }) => setOnlyFree(target.checked)} />
        {t('statements.onlyFree')}
      </label>
      <Loaded query={statements}>
        {(items) => (
          <StatementsByKind statements={onlyFree ? items.filter(({ plan }) => plan == null) : items} />
        )}
      </Loaded>
    </>
  );
}
