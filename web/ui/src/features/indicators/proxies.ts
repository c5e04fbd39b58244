import { cadences, type Indicator } from './indicators.api';

type Candidate = Pick<Indicator, 'code' | 'cadence' | 'retired'>;

/** Those that can be linked as the proxy of an indicator: others in use that are reported more often. */
export function proxiesFor<T extends Candidate>(
  indicators: readonly T[],
  code: string | undefined,
  cadence: Indicator['cadence'],
): T[] {
  return indicators.filter(
    (one) => !one.retired && one.code !== code && cadences.indexOf(one.cadence) > cadences.indexOf(cadence),
  );
}
