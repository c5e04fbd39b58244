import { useSearch } from '@tanstack/react-router';
import { isDay, today } from '../ui/day';
import { useConfiguration } from './configuration';

/** The day every screen is seen from: chosen in the address, else the server's opening day, else today in Vietnam. */
export function useAsOf(): string {
  const { asOf } = useSearch({ strict: false });
  const configured = useConfiguration().asOf;
  return isDay(asOf) ? asOf : (configured ?? today());
}

/** What stands in the address for a day and is none. */
export function useMisreadAsOf(): string | undefined {
  const { asOf } = useSearch({ strict: false });
  return asOf === undefined || isDay(asOf) ? undefined : asOf;
}
