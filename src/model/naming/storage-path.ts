import { NamingError } from './scalar.ts';

export type PathStep =
  /** `[key]`, of a mapping or an array. Quotes of a string key are removed. */
  { readonly kind: 'key'; readonly text: string } | { readonly kind: 'member'; readonly name: string };

/** `allowance[alice][pool]`, `items[3].owner`, `votes.length`, taken apart. */
export interface StoragePath {
  readonly variable: string;
  readonly steps: readonly PathStep[];
}

const IDENTIFIER = /[A-Za-z_$][\w$]*/y;
/** A key in JSON quotes may hold anything; without them anything but brackets. */
const KEY = /\[\s*("(?:[^"\\]|\\.)*"|[^[\]"]+?)\s*\]/y;

/** Throws a NamingError that says where the text stops being a path. */
export function parsePath(text: string): StoragePath {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  const fail = (expected: string): never => {
    const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
    throw new NamingError(`storage path ${JSON.stringify(shown)}: expected ${expected} at character ${at + 1}`);
  };

  const variable = take(IDENTIFIER)?.[0] ?? fail("a variable's name");
  const steps: PathStep[] = [];
  while (at < text.length) {
    if (text[at] === '[') {
      const key = take(KEY)?.[1] ?? fail('a key in brackets');
      steps.push({ kind: 'key', text: key.startsWith('"') ? unquote(key, fail) : key });
    } else if (text[at] === '.') {
      at++;
      steps.push({ kind: 'member', name: take(IDENTIFIER)?.[0] ?? fail("a member's name") });
    } else fail('[key] or .member');
  }
  return { variable, steps };
}

function unquote(quoted: string, fail: (expected: string) => never): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return fail('a string in JSON quotes');
  }
}
