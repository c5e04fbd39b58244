import { useQuery } from '@tanstack/react-query';
import { useAsOf } from '../../frame/asOf';
import { unitOf, useWords } from '../../i18n';
import { format } from '../../ui/decimal';
import { Loaded } from '../../ui/Loaded';
import { periodInWords } from '../../ui/period';
import { WideTable } from '../../ui/WideTable';
import { type Calendar, courseQuery, type Derived } from './observations.api';

interface Props {
  indicator: { code: string; unit: string; unitEn?: string | null };
  /** of the target, whose first year is shown */
  period: string | undefined;
  area: string | undefined;
  subgroup: string | undefined;
  calendar: Calendar;
}

/** A year by months and quarters, each by itself and to date; what was not entered is derived where it follows exactly. */
export function Course({ indicator, period, area, subgroup, calendar }: Props) {
  const { t, language } = useWords();
  const asOf = useAsOf();
  const year = (period ?? asOf).slice(0, 4);
  const course = useQuery(
    courseQuery({ indicator: indicator.code, period: year, area, subgroup, calendar, asOf }),
  );
  return (
    <Loaded query={course}>
      {({ lines, adds }) => {
        const known = lines.filter(({ discrete, toDate }) => discrete || toDate);
        if (known.length === 0) return null;
        const title = t(calendar === 'legal' ? 'course.legalTitle' : 'course.title', { year });
        return (
          <>
            <h3 className="section-title">{title}</h3>
            <p className="under">
              {t(adds ? 'course.derived' : 'course.enteredOnly')} {unitOf(indicator, language)}
            </p>
            <WideTable label={title}>
              <table className="ledger course">
                <thead>
                  <tr>
                    <th scope="col">{t('observations.period')}</th>
                    <th scope="col" className="number">
                      {t('course.discrete')}
                    </th>
                    <th scope="col" className="number">
                      {t('course.toDate')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {known.map(({ period: part, discrete, toDate }) => (
                    <tr key={part}>
                      <th scope="row">{periodInWords(part, language)}</th>
                      <Cell figure={discrete} />
                      <Cell figure={toDate} />
                    </tr>
                  ))}
                </tbody>
              </table>
            </WideTable>
          </>
        );
      }}
    </Loaded>
  );
}

function Cell({ figure }: { figure: Derived | null | undefined }) {
  const { t, language } = useWords();
  return (
    <td className="number">
      {!figure && <span className="missing">{t('course.missing')}</span>}
      {figure && !figure.derived && format(figure.amount, language)}
      {figure?.derived && (
        <>
          <em>{format(figure.amount, language)}</em>
          <span className="under">
            {figure.parts
              .map(
                ({ period, added }, place) =>
                  `${added ? (place > 0 ? '+ ' : '= ') : '− '}${periodInWords(period, language)}`,
              )
              .join(' ')}
          </span>
        </>
      )}
    </td>
  );
}
