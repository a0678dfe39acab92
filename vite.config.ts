import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';
import { emptyBloomPlugin } from './scripts/empty-bloom-plugin.ts';
import { offlinePlugin } from './scripts/offline-plugin.ts';

/**
 * Cross-origin isolation: `performance.now()` steps by 5 µs instead of 100, and SharedArrayBuffer exists. Everything the
 * page loads is its own, so that nothing is shut out by it.
 */
export const ISOLATION_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** How workers are built; benchmarks build theirs in the same way. */
export const WORKERS = { format: 'es', plugins: () => [emptyBloomPlugin()] } satisfies UserConfig['worker'];

/**
 * All that the page needs at once is one file. By themselves the parts that it shares with what comes later would be some fifty, and a
 * browser asks for six at a time.
 */
const FIRST_PICTURE = {
  name: 'page',
  tags: ['$initial' as const],
  // An entry as well, but in a file of its own: it may not import anything.
  test: (id: string) => !id.includes('service-worker'),
};

export default defineConfig({
  // Relative, so that the built page works from any folder of a static host.
  base: './',
  plugins: [react(), offlinePlugin()],
  worker: WORKERS,
  server: { headers: ISOLATION_HEADERS },
  preview: { headers: ISOLATION_HEADERS },
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: { output: { codeSplitting: { groups: [FIRST_PICTURE] } } },
  },
  // Vite's scan doesn't follow workers by itself; found later, their packages would make the page reload.
  optimizeDeps: { entries: ['index.html', 'src/**/*.worker.ts'] },
});
