import { scenarioFromText, scenarioToText } from '../../formats/scenario-file.ts';
import { buildBlock } from '../../workloads/build-block.ts';
import { EXAMPLES } from '../../workloads/examples/index.ts';
import { createApp, type AppDeps } from '../create-app.ts';
import { createNewScenario } from '../new-scenario.ts';
import { createSavedDocuments, type ScenarioCodec, type SharedStorage } from '../saved-documents.ts';
import { createMemoryTextStorage } from '../tab-storage.ts';
import { createFakeClock } from './fake-clock.ts';
import { createScriptedRunner } from './scripted-runner.ts';
import { createTabs } from './tabs.ts';

export const codec: ScenarioCodec = {
  toText: async (scenario) => scenarioToText(scenario),
  fromText: async (text) => scenarioFromText(text),
};

/** Storage in memory; `fail` makes every write throw it. */
export function createMemoryStorage(): SharedStorage & { readonly values: Map<string, unknown>; fail: Error | null } {
  const values = new Map<string, unknown>();
  return {
    values,
    fail: null,
    get: async (key) => values.get(key),
    async set(key, value) {
      if (this.fail) throw this.fail;
      values.set(key, value);
    },
    async update(key, change) {
      if (this.fail) throw this.fail;
      values.set(key, change(values.get(key)));
    },
    async delete(key) {
      values.delete(key);
    },
  };
}

/** An app on a fake clock, a scripted runner and storage in memory. */
export function createTestApp(changes: Partial<AppDeps> = {}) {
  const runner = createScriptedRunner();
  const clock = createFakeClock();
  const storage = createMemoryStorage();
  let keys = 0;
  const app = createApp({
    runner,
    clock,
    build: buildBlock,
    initial: { key: 'first', scenario: createNewScenario() },
    documents: createSavedDocuments(storage, codec, createTabs().open()),
    codec,
    tab: createMemoryTextStorage(),
    offerFile: () => {},
    readFile: () => Promise.reject(new Error('no file')),
    examples: async () => EXAMPLES,
    newKey: () => `key ${++keys}`,
    today: () => clock.now(),
    theme: 'system',
    onTheme: () => {},
    ...changes,
  });
  return { app, runner, clock, storage };
}

/** Lets promises that are already settled be seen. */
export const settled = (): Promise<void> => new Promise((done) => setTimeout(done));
