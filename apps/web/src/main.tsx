import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createAppRouter } from './app/router.js';
import { createQueryClient } from './client/query-client.js';
import { ThemeProvider } from './ui/theme/theme-provider.js';

const queryClient = createQueryClient(() => {
  // What was pasted into Quick check stays on this device: a fragment of data goes into no request.
  const hash = location.hash.startsWith('#d=') ? '' : location.hash;
  const here = location.pathname + location.search + hash;
  if (!location.pathname.startsWith('/sign-in'))
    location.assign(`/sign-in?return=${encodeURIComponent(here)}`);
});
const router = createAppRouter(queryClient);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ThemeProvider>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ThemeProvider>
  </StrictMode>,
);
