import { useSearch } from '@tanstack/react-router';
import { today } from '../ui/day';
import { useConfiguration } from './configuration';

/** The day every screen is seen from: chosen in the address, else the server's opening day, else today in Vietnam. */
export function useAsOf(): string {
  const { asOf } = useSearch({ strict: false });
  const configured = useConfiguration().asOf;
  return asOf ?? configured ?? today();
}
