import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { FormatError } from './format-error.ts';
import { parseJson } from './parse-json.ts';
import { type FileSource, readText } from './read-text.ts';

const TEXT = '{"a":[1,2,3],"name":"Zürich"}';
const file = (bytes: Uint8Array<ArrayBuffer> | string) => new Blob([bytes]);
const pack = (text: string) => new Uint8Array(gzipSync(text));

async function refusal(source: FileSource, limits?: Parameters<typeof readText>[1]): Promise<string> {
  const error = await readText(source, limits).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FormatError)) throw new Error(`expected a FormatError, got ${String(error)}`);
  return error.message;
}

describe('reading a file', () => {
  test('plain and packed, whatever it is called', async () => {
    expect(await readText(file(TEXT))).toBe(TEXT);
    expect(await readText(file(pack(TEXT)))).toBe(TEXT);
    expect(await readText(file(''))).toBe('');
  });

  test('a file of 200 MB is refused before a byte is read', async () => {
    const huge: FileSource = {
      size: 200 * 2 ** 20,
      stream: () => {
        throw new Error('must not be read');
      },
    };
    expect(await refusal(huge)).toBe(
      'the file: expected at most 64.0 MB, got 200.0 MB. Choose the file of a single block, and pack it with gzip if it is large.',
    );
  });

  test('a bomb is stopped while it unpacks', async () => {
    const bomb = pack(' '.repeat(20 * 2 ** 20));
    expect(bomb.byteLength).toBeLessThan(2 ** 16);
    expect(await refusal(file(bomb), { fileBytes: 2 ** 20, textBytes: 2 ** 20 })).toBe(
      'the file: expected at most 1.0 MB when unpacked, got more than that from 0.0 MB. Choose the file of a single block.',
    );
  });

  test.each([
    ['cut off', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, bytes.length - 12)],
    ['damaged', (bytes: Uint8Array<ArrayBuffer>) => bytes.map((byte, i) => (i > 15 && i < 20 ? byte ^ 0xff : byte))],
    ['nothing but the first two bytes', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, 2)],
  ])('a corrupt gz: %s', async (_name, corrupt) => {
    expect(await refusal(file(corrupt(pack(TEXT.repeat(50)))))).toBe(
      'the file: expected a whole gzip file, got one that is damaged or cut off. Download or pack it again; `gzip -t` tells whether it is whole.',
    );
  });

  test('bytes that are no text', async () => {
    expect(await refusal(file(new Uint8Array([0x89, 0x50, 0x4e, 0x47])))).toBe(
      'the file: expected JSON as UTF-8 text, or that packed with gzip, got bytes that are no text. Choose a .json or .json.gz file.',
    );
  });
});

describe('parsing JSON', () => {
  const refused = (text: string): string => {
    try {
      parseJson(text);
    } catch (error) {
      if (error instanceof FormatError) return error.message;
      throw error;
    }
    throw new Error('expected a FormatError');
  };

  test('says the line and column', () => {
    expect(refused('{\n  "a": 1,\n  "b": [1 2]\n}')).toMatch(
      /^line 3, column 11: expected JSON, got what JSON doesn't allow \(.+\)\. Check that the file is complete/,
    );
    expect(refused('{ "a": oops }')).toMatch(/expected JSON, got what JSON doesn't allow \(.*oops.*\)/);
  });

  test('an empty file, and a web page', () => {
    expect(refused(' \n')).toMatch(/expected JSON, got an empty file\. Check that the file is complete/);
    expect(refused('<!doctype html>')).toMatch(/expected JSON, got what JSON doesn't allow/);
  });

  test('depth is bounded', () => {
    expect(refused(`${'['.repeat(1e5)}${']'.repeat(1e5)}`)).toBe(
      'the file: expected at most 64 levels of nesting, got more. This is no file of a kind known here.',
    );
  });

  test.each(['__proto__', 'constructor', 'prototype'])('the key %s is refused', (key) => {
    expect(refused(`{"a": [{"${key}": {"polluted": true}}]}`)).toBe(
      `the field ${key}: expected no such name, got a reserved one. Rename or remove the field.`,
    );
  });
});
