import { useQuery } from '@tanstack/react-query';
import { named, useWords } from '../../i18n';
import { format } from '../../ui/decimal';
import { ListDownload } from '../../ui/ListDownload';
import { Loaded } from '../../ui/Loaded';
import { WideTable } from '../../ui/WideTable';
import { punctualityList, punctualityQuery } from './submissions.api';

/** How units kept their deadlines. A unit of which nothing was expected yet has no share. */
export function PunctualityTable() {
  const { t, language } = useWords();
  const punctuality = useQuery(punctualityQuery);
  return (
    <Loaded query={punctuality}>
      {(units) =>
        units.length > 0 && (
          <>
            <h2 className="section-title">{t('submissions.punctuality')}</h2>
            <p className="under punctuality-hint">{t('submissions.punctualityHint')}</p>
            <ListDownload address={punctualityList} />
            <WideTable label={t('submissions.punctuality')}>
              <table className="ledger">
                <thead>
                  <tr>
                    <th scope="col">{t('submissions.unit')}</th>
                    {(['expected', 'onTime', 'late', 'missing', 'share'] as const).map((column) => (
                      <th key={column} scope="col" className="number">
                        {t(`submissions.${column}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {units.map((one) => (
                    <tr key={one.unit}>
                      <th scope="row">{named(one, language)}</th>
                      <td className="number">{one.expected}</td>
                      <td className="number">{one.onTime}</td>
                      <td className="number">{one.late}</td>
                      <td className="number">{one.missing}</td>
                      <td className="number">
                        {one.onTimePercent == null
                          ? t('frame.none')
                          : `${format(one.onTimePercent, language)}\u00a0%`}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </WideTable>
          </>
        )
      }
    </Loaded>
  );
}
