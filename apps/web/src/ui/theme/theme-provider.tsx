import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { cssVariables } from './css-variables.js';
import { theme } from './theme.js';
// Layered, so that our own module files win without tricks.
import '@mantine/core/styles.layer.css';
import './global.css';

const schemes = localStorageColorSchemeManager({ key: 'plumbline.theme' });

/** The nonce that the server wrote into the page; styles made at run time carry it. */
function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

// Overlays lock the page's scrolling by a style of their own, which asks for its nonce under this name.
Object.assign(globalThis, { __webpack_nonce__: nonce() });

/** Theme, colour scheme (light, dark, or as the device says) and the style sheet of tokens. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
      getStyleNonce={nonce}
    >
      {children}
    </MantineProvider>
  );
}
