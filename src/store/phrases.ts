import { store as texts } from '#texts/store.ts';
import type { Hex } from '../model/ids.ts';

/** At most this many arguments fit into a title. */
const SHOWN_ARGUMENTS = 2;

/**
 * A call as a short sentence: `bob → carol` for a transfer, `carol swaps USDC → WETH`, `erin votes for 2`; else the
 * function's name as words with its first as the verb: `dave adds liquidity 10, 20`. `tokens`: the pair of a pool.
 */
export function callPhrase(
  from: string,
  functionName: string,
  args: readonly string[],
  tokens: readonly string[],
): string {
  const [first = '', second = ''] = args;
  if (functionName === 'transfer') return `${from} → ${first}`;
  if (functionName === 'transferFrom') return `${first} → ${second}`;
  if (functionName === 'vote') return texts.votesFor(from, first);
  if (functionName === 'leading') return texts.asksWhoLeads(from);
  if (functionName === 'swap') {
    const other = tokens.find((token) => token !== first);
    if (other !== undefined && tokens.includes(first)) return texts.swaps(from, first, other);
  }
  const [verb = functionName, ...words] = wordsOf(functionName);
  const shown = args.slice(0, SHOWN_ARGUMENTS).map(shortArgument);
  return [from, thirdPerson(verb), ...words, shown.join(', ')].filter((part) => part !== '').join(' ');
}

/** `swapExactTokens` → swap, exact, tokens; `swap0For1` → swap, 0, for, 1. */
function wordsOf(name: string): readonly string[] {
  return name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g)?.map((word) => word.toLowerCase()) ?? [];
}

function thirdPerson(verb: string): string {
  if (/(?:s|sh|ch|x|z|o)$/.test(verb)) return `${verb}es`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return `${verb}s`;
}

function shortArgument(text: string): string {
  if (/^\d{4,}$/.test(text)) return shortNumber(text);
  return text.length > 18 ? `${text.slice(0, 16)}…` : text;
}

/** Long numbers by their leading digits: 1,040,000 and, for token amounts of 18 decimals, 2.5e18. */
function shortNumber(digits: string): string {
  if (digits.length <= 9) return Number(digits).toLocaleString('en');
  const exponent = digits.length - 1;
  const mantissa = `${digits[0]}.${digits.slice(1, 3)}`.replace(/\.?0+$/, '');
  return `${mantissa}e${exponent}`;
}

/** Function names of calls that fill real blocks, by their first four bytes. */
const KNOWN_SELECTORS: Readonly<Record<string, string>> = {
  '0xa9059cbb': 'transfer',
  '0x23b872dd': 'transferFrom',
  '0x095ea7b3': 'approve',
  '0xd0e30db0': 'deposit',
  '0x2e1a7d4d': 'withdraw',
  '0x38ed1739': 'swapExactTokensForTokens',
  '0x7ff36ab5': 'swapExactETHForTokens',
  '0x18cbafe5': 'swapExactTokensForETH',
  '0x022c0d9f': 'swap',
  '0x3593564c': 'execute',
  '0x5ae401dc': 'multicall',
  '0xac9650d8': 'multicall',
  '0x1249c58b': 'mint',
  '0xa0712d68': 'mint',
  '0x40c10f19': 'mint',
  '0x42842e0e': 'safeTransferFrom',
  '0xa22cb465': 'setApprovalForAll',
  '0x4e71d92d': 'claim',
  '0x6a761202': 'execTransaction',
  '0x8803dbee': 'swapTokensForExactTokens',
  '0xb6f9de95': 'swapExactETHForTokens',
  '0x791ac947': 'swapExactTokensForETH',
};

/** The name of the function that calldata calls, where its selector is a well-known one. */
export function selectorName(data: Hex): string | null {
  return KNOWN_SELECTORS[data.slice(0, 10)] ?? null;
}
