import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** The worker's name is fixed: browsers look for a new version under the address of the old one. */
const WORKER = 'sw.js';
const SOURCE = fileURLToPath(new URL('../src/offline/service-worker.ts', import.meta.url));

/** Builds the service worker, and tells it which files the page has and what version of them this is. */
export function offlinePlugin(): Plugin {
  let publicDir = '';
  return {
    name: 'lanewise-offline',
    apply: 'build',
    configResolved(config) {
      publicDir = config.publicDir;
    },
    buildStart() {
      this.emitFile({ type: 'chunk', id: SOURCE, fileName: WORKER });
    },
    // After vite has written index.html into the bundle.
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[WORKER];
        if (worker?.type !== 'chunk') throw new Error(`the build has no ${WORKER}`);
        const contents = new Map<string, string | Uint8Array>();
        for (const [name, file] of Object.entries(bundle)) {
          if (name !== WORKER && !name.endsWith('.map'))
            contents.set(name, file.type === 'chunk' ? file.code : file.source);
        }
        for (const name of listFiles(publicDir)) contents.set(name, readFileSync(join(publicDir, name)));
        const names = [...contents.keys()].sort();
        const hash = createHash('sha256');
        for (const name of names) hash.update(name).update(contents.get(name) ?? '');
        worker.code = worker.code
          .replaceAll('__FILES__', JSON.stringify(names))
          .replaceAll('__VERSION__', JSON.stringify(hash.digest('hex').slice(0, 12)));
      },
    },
  };
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'));
}
