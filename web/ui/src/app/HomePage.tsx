import { Navigate } from '@tanstack/react-router';
import { isAllowed, useSession } from '../frame/session';
import { NotFound } from './NotFound';
import { navigation } from './navigation';

/** Sends everyone to the first screen of their role. */
export function HomePage() {
  const { me } = useSession();
  const home = navigation.find(({ roles }) => isAllowed(me, roles));
  return home ? <Navigate to={home.to} replace /> : <NotFound />;
}
