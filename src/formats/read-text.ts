import { FormatError } from './format-error.ts';
import { formatBytes, MAX_FILE_BYTES, MAX_TEXT_BYTES } from './limits.ts';

/** A file before it is read: the page's `File` is one, and so is a `Blob` in Node. */
export interface FileSource {
  /** Bytes. */
  readonly size: number;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
}

export interface SizeLimits {
  readonly fileBytes: number;
  readonly textBytes: number;
}

/**
 * The text of a file, unpacked if it is gzip (known by its first two bytes, RFC 1952; names are not trusted). A file too
 * large is refused before anything is read, and one that unpacks to too much as soon as it does. Throws a FormatError.
 */
export async function readText(
  file: FileSource,
  limits: SizeLimits = { fileBytes: MAX_FILE_BYTES, textBytes: MAX_TEXT_BYTES },
): Promise<string> {
  if (file.size > limits.fileBytes) {
    throw new FormatError({
      where: 'the file',
      expected: `at most ${formatBytes(limits.fileBytes)}`,
      came: formatBytes(file.size),
      fix: 'Choose the file of a single block, and pack it with gzip if it is large.',
    });
  }
  const packed = await isGzip(file);
  const bytes = packed ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const reader = bytes.getReader();
  // Without `fatal`, bytes that are no text would come through as question marks, and the JSON parser would be blamed.
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await readChunk(reader, packed);
      if (done) break;
      total += value.byteLength;
      if (total > limits.textBytes) {
        throw new FormatError({
          where: 'the file',
          expected: `at most ${formatBytes(limits.textBytes)} when unpacked`,
          came: `more than that from ${formatBytes(file.size)}`,
          fix: 'Choose the file of a single block.',
        });
      }
      parts.push(decode(decoder, value));
    }
    parts.push(decode(decoder));
  } catch (error) {
    // Stops the unpacking; what the stream has to say about that is of no interest any more.
    reader.cancel().catch(() => {});
    throw error;
  }
  return parts.join('');
}

async function isGzip(file: FileSource): Promise<boolean> {
  const reader = file.stream().getReader();
  let head: number[] = [];
  while (head.length < 2) {
    const { done, value } = await reader.read();
    if (done) break;
    head = [...head, ...value.subarray(0, 2)];
  }
  await reader.cancel();
  return head[0] === 0x1f && head[1] === 0x8b;
}

async function readChunk(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  packed: boolean,
): Promise<{ done: false; value: Uint8Array } | { done: true; value?: undefined }> {
  try {
    const { done, value } = await reader.read();
    return done ? { done } : { done, value };
  } catch (error) {
    throw new FormatError({
      where: 'the file',
      expected: packed ? 'a whole gzip file' : 'a file that can be read',
      came: packed
        ? 'one that is damaged or cut off'
        : `an error (${error instanceof Error ? error.message : String(error)})`,
      fix: packed ? 'Download or pack it again; `gzip -t` tells whether it is whole.' : 'Check the file and try again.',
    });
  }
}

function decode(decoder: InstanceType<typeof TextDecoder>, bytes?: Uint8Array): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    throw new FormatError({
      where: 'the file',
      expected: 'JSON as UTF-8 text, or that packed with gzip',
      came: 'bytes that are no text',
      fix: 'Choose a .json or .json.gz file.',
    });
  }
}
