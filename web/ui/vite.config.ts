import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * antd's drawers stop the page behind them from scrolling by an inline style without the nonce, which the content
 * security policy refuses. house.css does the same by a rule.
 */
const scrollLockWithoutInlineStyle: Plugin = {
  name: 'scroll-lock-without-inline-style',
  load: (id) =>
    /@rc-component\/portal\/es\/useScrollLocker\.js$/.test(id) ? 'export default () => {};' : undefined,
};

export default defineConfig({
  plugins: [react(), scrollLockWithoutInlineStyle],
  // The server puts the content of target/classes into the jar and serves `public` as it is.
  build: {
    outDir: '../target/classes/public',
    emptyOutDir: true,
    manifest: true,
    // A data: font or image would need its own exception in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
  },
  server: { proxy: { '/api': 'http://localhost:8080' } },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'node' },
});
