import type { Scenario } from '../../model/scenario.ts';
import type { ReadFileAnswer } from './read-file.worker.ts';

/** Files larger than this take long enough to read that the page would be felt to stop (bytes, packed or not). */
const LARGE = 200_000;

/** A file as a document, read away from the page's thread if it is large. Rejects with an Error for the user. */
export async function readFile(file: Blob): Promise<Scenario> {
  if (file.size > LARGE) return readInWorker(file);
  const { readDocument } = await import('../../formats/read-document.ts');
  return readDocument(file);
}

/** The worker lives for one file: what it held is given back with it. */
function readInWorker(file: Blob): Promise<Scenario> {
  const worker = new Worker(new URL('./read-file.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Scenario>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ReadFileAnswer>) => {
      if ('scenario' in data) resolve(data.scenario);
      else reject(new Error(data.problem));
    };
    worker.onerror = ({ message }) => {
      reject(new Error(`Reading it failed: ${message || 'the browser stopped it, perhaps for want of memory'}.`));
    };
    worker.postMessage(file);
  }).finally(() => worker.terminate());
}
