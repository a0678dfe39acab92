import { writeFile } from 'node:fs/promises';
import { UsageError } from './usage-error.ts';

/** Writes a file that `option` names, or says why it can't be. */
export async function writeText(option: string, path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw new UsageError(`${option}: ${path} can't be written (${error instanceof Error ? error.message : error}).`);
  }
}
