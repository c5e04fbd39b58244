import { useQuery } from '@tanstack/react-query';
import { named, unitOf, useWords } from '../../i18n';
import { Empty, Loaded } from '../../ui/Loaded';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SideSheet } from '../../ui/SideSheet';
import { catalogueQuery, useAdoptIndicator } from './indicators.api';

/** What the national catalogue has and the province has not. */
export function CatalogueSheet({
  onClose,
  onAdopted,
}: {
  onClose: () => void;
  onAdopted: (name: string) => void;
}) {
  const { t, language } = useWords();
  const catalogue = useQuery(catalogueQuery);
  const adopting = useAdoptIndicator();
  return (
    <SideSheet title={t('indicators.catalogue')} onClose={onClose}>
      {adopting.error && <ProblemAlert error={adopting.error} />}
      <Loaded query={catalogue}>
        {(lines) => {
          const missing = lines.filter(({ adopted }) => !adopted);
          if (missing.length === 0) {
            return <Empty title={t('indicators.allAdopted', { count: lines.length })} />;
          }
          return (
            <ul className="cards">
              {missing.map(({ indicator }) => (
                <li key={indicator.code} className="card">
                  <p className="eyebrow">
                    <code>{indicator.code}</code> · {unitOf(indicator, language)}
                  </p>
                  <h3>{named(indicator, language)}</h3>
                  <p>{indicator.definition}</p>
                  {indicator.formula && (
                    <p className="under">
                      {t('indicators.formula')}: <code>{indicator.formula}</code>
                    </p>
                  )}
                  <button
                    type="button"
                    className="button plain"
                    disabled={adopting.isPending}
                    aria-label={t('indicators.adoptOf', { name: named(indicator, language) })}
                    onClick={() =>
                      adopting.mutate(
                        { code: indicator.code },
                        { onSuccess: (adopted) => onAdopted(named(adopted, language)) },
                      )
                    }
                  >
                    {t('indicators.adopt')}
                  </button>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </SideSheet>
  );
}
