import { QueryCache, QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { AuthProvider } from 'react-oidc-context';
import { Problem } from '../api/problem';
import { configurationQuery } from '../frame/configuration';
import { meQuery } from '../frame/session';
import { ProblemAlert } from '../ui/ProblemAlert';
import { userManagerOf } from './auth';
import { standsNowhere } from './provinces';
import { router } from './router';

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // The token has changed under the screen, as when another tab chose another province: ask anew who this is.
    onError: (error, { queryKey }) => {
      if (standsNowhere(error) && queryKey[0] !== meQuery.queryKey[0]) {
        void queries.invalidateQueries({ queryKey: meQuery.queryKey });
      }
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal stays a refusal; only a lost connection is worth a second try.
      retry: (failures, error) => !(error instanceof Problem) && failures < 2,
    },
  },
});

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Configured />
    </QueryClientProvider>
  );
}

/** Nothing can be shown before the server has said where to sign in. */
function Configured() {
  const { data, error, refetch } = useQuery(configurationQuery);
  if (error) {
    return (
      <main className="lone">
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      </main>
    );
  }
  return data ? <Authenticated configuration={data} /> : null;
}

function Authenticated({ configuration }: { configuration: { issuer: string; clientId: string } }) {
  const [manager] = useState(() => userManagerOf(configuration));
  return (
    <AuthProvider userManager={manager}>
      <RouterProvider router={router} />
    </AuthProvider>
  );
}
