import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
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
