import type { AbiParameter } from '../model/artifact.ts';
import { NamingError, parseScalar, type ResolveName } from '../model/naming/scalar.ts';
import type { ScalarKind } from '../model/naming/layout.ts';
import type { Hex } from '../model/ids.ts';

/** A value as viem's encoder takes it. */
export type AbiValue = bigint | boolean | string | readonly AbiValue[];

/**
 * Reads an argument written as text. Scalars as in storage (numbers, `true`, names for addresses, hex); a string is the
 * text itself; arrays and tuples are JSON, in which names and numbers need no quotes: `[alice, 1000]`. Throws a
 * NamingError that begins with `what` and says what was expected and what came.
 */
export function parseArgument(text: string, parameter: AbiParameter, resolve: ResolveName, what: string): AbiValue {
  const { type } = parameter;
  if (type.endsWith(']') || type.startsWith('tuple')) {
    return parseNested(parseLooseJson(text, type, what), parameter, resolve, what);
  }
  return parseElementary(text, type, resolve, what);
}

function parseElementary(text: string, type: string, resolve: ResolveName, what: string): AbiValue {
  if (type === 'string') return text;
  if (type === 'bytes') {
    if (!/^0x([0-9a-fA-F]{2})*$/.test(text.trim())) {
      throw new NamingError(`${what}: expected bytes as hex (0x and an even number of digits), got ${quote(text)}`);
    }
    return text.trim();
  }
  const { scalar, bytes } = scalarOf(type, what);
  const value = parseScalar(text, scalar, bytes, resolve, what);
  switch (scalar) {
    case 'bool':
      return value === 1n;
    case 'address':
    case 'bytes':
      return `0x${value.toString(16).padStart(bytes * 2, '0')}` satisfies Hex;
    case 'int':
      return BigInt.asIntN(bytes * 8, value);
    case 'uint':
      return value;
  }
}

function scalarOf(type: string, what: string): { readonly scalar: ScalarKind; readonly bytes: number } {
  if (type === 'address') return { scalar: 'address', bytes: 20 };
  if (type === 'bool') return { scalar: 'bool', bytes: 1 };
  const [, kind, size] = /^(u?int|bytes)(\d+)$/.exec(type) ?? [];
  if (kind === 'bytes') return { scalar: 'bytes', bytes: Number(size) };
  if (kind === 'int' || kind === 'uint') return { scalar: kind, bytes: Number(size) / 8 };
  throw new NamingError(`${what}: arguments of type ${type} can't be given as text`);
}

function parseNested(value: unknown, parameter: AbiParameter, resolve: ResolveName, what: string): AbiValue {
  const { type } = parameter;
  const [, base, length] = /^(.*)\[(\d*)\]$/.exec(type) ?? [];
  if (base !== undefined) {
    if (!Array.isArray(value))
      throw new NamingError(`${what}: expected a list for ${type}, got ${quote(JSON.stringify(value))}`);
    if (length !== '' && value.length !== Number(length)) {
      throw new NamingError(`${what}: expected ${length} items for ${type}, got ${value.length}`);
    }
    return value.map((item, i) => parseNested(item, { ...parameter, type: base }, resolve, `${what}, item ${i + 1}`));
  }
  if (type === 'tuple') {
    const components = parameter.components ?? [];
    const items = Array.isArray(value) ? value : isRecord(value) ? components.map((c) => value[c.name ?? '']) : [];
    if (items.length !== components.length || items.includes(undefined)) {
      const members = components.map((c) => `${c.name || 'unnamed'} (${c.type})`).join(', ');
      throw new NamingError(`${what}: expected the members ${members}, got ${quote(JSON.stringify(value))}`);
    }
    return components.map((component, i) =>
      parseNested(items[i], component, resolve, `${what}, ${component.name || `member ${i + 1}`}`),
    );
  }
  if (typeof value !== 'string') {
    throw new NamingError(`${what}: expected one ${type}, got ${quote(JSON.stringify(value))}`);
  }
  return parseElementary(value, type, resolve, what);
}

/** JSON whose bare words become strings: names need no quotes, and numbers beyond 2^53 keep their digits. */
function parseLooseJson(text: string, type: string, what: string): unknown {
  const quoted = text.replace(/"(?:[^"\\]|\\.)*"|[^\s,:[\]{}"]+/g, (token) =>
    token.startsWith('"') ? token : `"${token}"`,
  );
  try {
    return JSON.parse(quoted);
  } catch {
    throw new NamingError(`${what}: expected ${type} as JSON, like [1, 2], got ${quote(text)}`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
