import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { bundleContents } from './bundle-contents.js';

const api = process.env.PLUMBLINE_API ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react(), bundleContents()],
  resolve: {
    alias: [
      {
        find: /^@plumbline\/shared\/(.*)$/,
        replacement: `${import.meta.dirname}/../../packages/shared/src/$1.ts`,
      },
    ],
  },
  // The API writes a fresh nonce over the placeholder in every page it sends.
  html: { cspNonce: '__CSP_NONCE__' },
  server: { proxy: { '/api': api, '/health': api } },
  build: { target: 'es2022', sourcemap: false, manifest: true, assetsInlineLimit: 0 },
});
