import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Files as given; of a folder, every .json and .json.gz in it and in the folders below, by name. */
export async function expandFolders(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const info = await stat(path).catch(() => null);
    if (!info?.isDirectory()) {
      files.push(path);
      continue;
    }
    const names = await readdir(path, { recursive: true });
    files.push(
      ...names
        .filter((name) => /\.json(\.gz)?$/.test(name))
        .map((name) => join(path, name))
        .sort(),
    );
  }
  return files;
}
