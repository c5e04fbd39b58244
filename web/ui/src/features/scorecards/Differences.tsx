import { flagInWords, named, useWords } from '../../i18n';
import { RatingTag } from '../../ui/RatingTag';
import { WideTable } from '../../ui/WideTable';
import { shown } from './differenceText';
import type { Difference } from './replay.api';

/** A row a target: how it was rated, how it is, and why. */
export function Differences({ label, differences }: { label: string; differences: readonly Difference[] }) {
  const { t, language } = useWords();
  return (
    <WideTable label={label}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('scorecard.indicator')}</th>
            <th scope="col">{t('replay.before')}</th>
            <th scope="col">{t('replay.after')}</th>
            <th scope="col">{t('replay.why')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <tr key={difference.target}>
              <th scope="row">
                {named({ name: difference.indicator, nameEn: difference.indicatorEn }, language)}
                <span className="under">{difference.place}</span>
              </th>
              <td>
                <Rated rated={difference.before} />
              </td>
              <td>
                <Rated rated={difference.after} />
              </td>
              <td>
                <ul className="reasons">
                  {difference.why.map(({ source, from, to }) => (
                    <li key={source}>
                      {t(`differenceSource.${source}`)}
                      {(from != null || to != null) && (
                        <span className="under">
                          {shown(source, from, language)} → {shown(source, to, language)}
                        </span>
                      )}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

function Rated({ rated }: { rated: Difference['before'] }) {
  const { t } = useWords();
  if (!rated) return <span className="nothing">{t('replay.notThere')}</span>;
  return (
    <>
      <RatingTag rating={rated.rating} />
      {rated.flags.length > 0 && (
        <span className="under">{rated.flags.map((flag) => flagInWords(t, flag)).join(', ')}</span>
      )}
    </>
  );
}
