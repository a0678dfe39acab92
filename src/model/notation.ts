import { assertNever } from '../lib/assert-never.ts';
import type { AbortCause, Origin, RunEvent, WaitCause } from './events.ts';
import { type Address, type Hex, toAddress, type Version } from './ids.ts';
import { balanceOf, codeOf, existenceOf, type Location, nonceOf, parseLocation, slotOf, wipeOf } from './location.ts';

/**
 * A text notation for tests that one can see. A block is drawn one transaction a line, its steps in order:
 *
 * ```text
 * 0: r a, gas 5, w a          reads location a, uses 5 gas, writes a (a value made from all it has read)
 * 1: a += 1, gas 3            reads a and writes a + 1
 * 2: gas 2, w b if a          writes b only if the value it read from a is odd; likewise r, gas, + and +=
 * 3: + b:bob 7, fee 2         adds 7 to bob's balance without looking at it; pays 2 to the fee recipient
 * 4: from alice, r e:bob      its sender (for links between a sender's transactions); asks whether bob exists
 * ```
 *
 * Locations: a word is a storage slot of one contract, `pool.k` slot k of account `pool`, and `b:`, `n:`, `c:`, `e:`, `w:` before
 * an account's name are its balance, nonce, code, existence and storage wipe. Names have at most 20 letters.
 */
export type Step =
  | { readonly kind: 'read' | 'write'; readonly location: Location; readonly when?: Location }
  | { readonly kind: 'add'; readonly location: Location; readonly amount: bigint; readonly when?: Location }
  | { readonly kind: 'credit'; readonly address: Address; readonly amount: bigint; readonly when?: Location }
  | { readonly kind: 'gas'; readonly amount: number; readonly when?: Location }
  /** The rest is void and the transaction can't be included, if the value read there is odd. */
  | { readonly kind: 'invalid'; readonly when: Location };

export interface DrawnTransaction {
  readonly sender: Address;
  readonly fee: bigint;
  readonly steps: readonly Step[];
}

/** The account whose slots are written as plain words. */
const WORDS = nameToAddress('words');
/** Fee recipient of drawn blocks. */
export const DRAWN_COINBASE = nameToAddress('coinbase');

/** A name as an address: its letters' codes, so that it can be read back. */
export function nameToAddress(name: string): Address {
  if (!/^[a-z]\w{0,19}$/.test(name))
    throw new RangeError(`expected a name of at most 20 letters, got ${JSON.stringify(name)}`);
  return toAddress(`0x${nameToHex(name).padStart(40, '0')}`);
}

function nameToHex(name: string): string {
  return Array.from(name, (letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

function hexToName(hex: string): string {
  const codes =
    hex
      .replace(/^0x/, '')
      .replace(/^(00)+/, '')
      .match(/../g) ?? [];
  return String.fromCharCode(...codes.map((code) => Number.parseInt(code, 16)));
}

const FIELDS: Readonly<Record<string, (address: Address) => Location>> = {
  b: balanceOf,
  n: nonceOf,
  c: codeOf,
  e: existenceOf,
  w: wipeOf,
};

export function wordToLocation(word: string): Location {
  const field = /^([bncew]):(\w+)$/.exec(word);
  const make = FIELDS[field?.[1] ?? ''];
  if (make) return make(nameToAddress(field?.[2] ?? ''));
  const [slot = '', account] = word.split('.').reverse();
  if (!/^[a-z]\w*$/i.test(slot))
    throw new RangeError(`expected a location like a, pool.k or b:bob, got ${JSON.stringify(word)}`);
  return slotOf(account === undefined ? WORDS : nameToAddress(account), `0x${nameToHex(slot)}` as Hex);
}

export function locationToWord(location: Location): string {
  const { kind, address, slot } = parseLocation(location);
  const name = hexToName(address);
  if (kind !== 'slot') return `${location[0]}:${name}`;
  return address === WORDS ? hexToName(slot ?? '') : `${name}.${hexToName(slot ?? '')}`;
}

/** Throws a RangeError that names the line when the drawing can't be read. */
export function parseDrawnBlock(drawing: string): readonly DrawnTransaction[] {
  const lines = drawing.split('\n').flatMap((line) => line.trim() || []);
  return lines.map((line, index) => {
    const [, number, rest = ''] = /^(\d+):(.*)$/.exec(line) ?? [];
    if (Number(number) !== index)
      throw new RangeError(`expected a line that starts with "${index}:", got ${JSON.stringify(line)}`);
    let sender = nameToAddress(`sender${index}`);
    let fee = 0n;
    const steps: Step[] = [];
    for (const word of rest.split(',').flatMap((part) => part.trim() || [])) {
      const [verb, argument = ''] = word.split(/\s+/);
      if (verb === 'from') sender = nameToAddress(argument);
      else if (verb === 'fee') fee = BigInt(argument);
      else steps.push(wordToStep(word));
    }
    return { sender, fee, steps };
  });
}

function wordToStep(text: string): Step {
  const [, body = '', condition] = /^(.*?)(?:\s+if\s+(\S+))?$/.exec(text) ?? [];
  const when = condition ? { when: wordToLocation(condition) } : {};
  const [a = '', b = '', c = ''] = body.split(/\s+/);
  if (a === 'r') return { kind: 'read', location: wordToLocation(b), ...when };
  if (a === 'w') return { kind: 'write', location: wordToLocation(b), ...when };
  if (a === 'gas') return { kind: 'gas', amount: Number(b), ...when };
  if (b === '+=') return { kind: 'add', location: wordToLocation(a), amount: BigInt(c), ...when };
  if (a === '+') {
    const { kind, address } = parseLocation(wordToLocation(b));
    if (kind === 'balance') return { kind: 'credit', address, amount: BigInt(c), ...when };
  }
  if (a === 'invalid' && when.when) return { kind: 'invalid', when: when.when };
  throw new RangeError(
    `expected a step like "r a", "w a", "a += 1", "+ b:bob 7" or "gas 5", got ${JSON.stringify(text)}`,
  );
}

/** One event a line: time, lane, what happened. Versions are `transaction.incarnation`. */
export function printEvents(events: readonly RunEvent[]): string {
  const width = `${events.at(-1)?.at ?? 0}`.length;
  return events.map((event) => `${`${event.at}`.padStart(width)}  ${printEvent(event)}`).join('\n');
}

function printEvent(event: RunEvent): string {
  switch (event.kind) {
    case 'started':
      return `lane ${event.lane}  ${event.task} ${printVersion(event.version)}`;
    case 'read': {
      const word = locationToWord(event.location);
      return `lane ${event.lane}  ${printVersion(event.version)} reads ${word} = ${event.value} (${printOrigin(event.origin)})`;
    }
    case 'blocked':
      return `lane ${event.lane}  ${printVersion(event.version)} blocked: ${locationToWord(event.location)} is an ESTIMATE of ${event.by}`;
    case 'finished': {
      const result = event.invalid ? 'invalid' : `${event.gasUsed} gas, ${event.writes} written`;
      return `lane ${event.lane}  ${printVersion(event.version)} finished: ${result}`;
    }
    case 'validated':
      return `lane ${event.lane}  ${printVersion(event.version)} ${event.ok ? 'valid' : 'not valid'}`;
    case 'aborted':
      return `        ${printVersion(event.version)} aborted: ${printAbort(event.cause)}`;
    case 'committed':
      return `        ${printVersion(event.version)} committed`;
    case 'locked':
      return `lane ${event.lane}  ${event.tx} queued with ${event.locks} lock${event.locks === 1 ? '' : 's'}`;
    case 'rejected':
      return `        ${printVersion(event.version)} rejected: touched ${locationToWord(event.location)}`;
    case 'round':
      return `        round ${event.round}: ${event.stage} ${event.transactions}`;
    case 'waiting':
      return `lane ${event.lane}  waits: ${printWait(event.cause)}`;
    default:
      return assertNever(event);
  }
}

function printVersion({ tx, incarnation }: Version): string {
  return `${tx}.${incarnation}`;
}

function printOrigin(origin: Origin): string {
  switch (origin.kind) {
    case 'prestate':
      return 'prestate';
    case 'list':
      return `list, index ${origin.index}`;
    case 'version':
      return printVersion(origin.version);
    case 'sum':
      return `${origin.base ? printVersion(origin.base) : 'prestate'} + ${origin.terms} terms`;
    default:
      return assertNever(origin);
  }
}

function printAbort(cause: AbortCause): string {
  const word = locationToWord(cause.location);
  if (cause.kind === 'estimate') return `${word} is an ESTIMATE of ${cause.by}`;
  const found = cause.found ? `now ${printOrigin(cause.found)}` : `now an ESTIMATE of ${cause.by}`;
  return `read ${word} from ${printOrigin(cause.read)}, ${found}`;
}

function printWait(cause: WaitCause): string {
  switch (cause.kind) {
    case 'dependency':
      return `${cause.tx} for ${cause.on}${cause.location ? ` (${locationToWord(cause.location)})` : ''}`;
    case 'lock':
      return `${cause.tx} for a lock of ${cause.on} (${cause.granularity} ${lockToWord(cause)})`;
    case 'commit':
      return `${cause.tx} for the commit of ${cause.on}`;
    case 'prefetch':
      return `prefetch of ${cause.locations}`;
    case 'barrier':
      return `barrier of round ${cause.round}`;
    default:
      return cause.kind;
  }
}

function lockToWord({ location, granularity }: Extract<WaitCause, { kind: 'lock' }>): string {
  return granularity === 'slot' ? locationToWord(location) : hexToName(parseLocation(location).address);
}
