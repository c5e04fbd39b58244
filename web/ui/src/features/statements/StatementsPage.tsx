import { useState } from 'react';
import { useWords } from '../../i18n';
import { PageHead } from '../../ui/PageHead';
import { Statements } from './Statements';

/** All statements of the province; a box leaves only those that belong to no plan. */
export function StatementsPage() {
  const { t } = useWords();
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
      <Statements onlyFree={onlyFree} />
    </>
  );
}
