/// <reference lib="webworker" />
import { readDocument } from '../../formats/read-document.ts';
import type { Scenario } from '../../model/scenario.ts';

export type ReadFileAnswer = { readonly scenario: Scenario } | { readonly problem: string };

/** Takes one file, answers once. */
self.onmessage = async ({ data }: MessageEvent<Blob>) => {
  self.postMessage(await answer(data));
};

async function answer(file: Blob): Promise<ReadFileAnswer> {
  try {
    return { scenario: await readDocument(file) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
