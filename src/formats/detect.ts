import { describeValue } from './format-error.ts';
import { SCENARIO_FORMAT } from './scenario-file.ts';

/** The kinds of file that are read; any other is described in words, for the message that refuses it. */
export type FileKind = 'scenario' | 'block' | 'state tests' | 'expected results' | (string & {});

/** What a parsed file is, by its content: names are not trusted. It may still turn out to be damaged. */
export function detectKind(json: unknown): FileKind {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return describeValue(json);
  const has = (...keys: string[]) => keys.every((key) => Object.hasOwn(json, key));
  if ('format' in json && json.format === SCENARIO_FORMAT) return 'scenario';
  if (has('block') && (has('prestate') || has('hardfork'))) return 'block';
  if (has('perTx') || has('postState')) return 'expected results';
  if (has('transactions', 'parentHash') || has('jsonrpc', 'result')) return 'a block without its prestate';
  const tests = Object.values(json);
  if (tests.length > 0 && tests.every((test) => isObject(test) && 'pre' in test && 'post' in test))
    return 'state tests';
  if (tests.length > 0 && tests.every((test) => isObject(test) && 'blocks' in test)) return 'blockchain tests';
  return describeValue(json);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
