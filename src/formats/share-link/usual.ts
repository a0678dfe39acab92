import type { Json, Primer } from './columns.ts';
import typical from './typical.json' with { type: 'json' };

/*
 * What links of version 1 leave out, because it is nearly always so. Nothing here may ever change, whatever becomes of the
 * defaults elsewhere: links that are out there were made with it. A later version brings its own.
 */

export const USUAL_FIELDS: { readonly [key: string]: Json } = { version: 1, hardfork: 'cancun', chainId: '1' };

/** Environments that are a number in a link: of examples and generated blocks, and of a new one. */
export const USUAL_ENVS: readonly { readonly [key: string]: Json }[] = ['3000000000', '30000000'].map((gasLimit) => ({
  number: '20000000',
  timestamp: '1717281407',
  coinbase: `0x${'c0'.repeat(20)}`,
  gasLimit,
  prevRandao: `0x${'11'.repeat(32)}`,
  baseFeePerGas: '1000000000',
  excessBlobGas: '0',
  blobGasUsed: '0',
}));

export const USUAL_SETTINGS: { readonly [key: string]: Json } = {
  engine: 'block-stm',
  options: {
    lanesPolicy: 'wait',
    dagPolicy: 'block-order',
    estimates: true,
    senderLinks: false,
    rollingCommit: false,
    lockGranularity: 'slot',
    queueLength: 2,
    overDeclare: false,
    listOrder: 'block-order',
  },
  lanes: 4,
  clock: 'virtual',
  costs: { gasPerMicrosecond: 100, dispatch: 0, validationPerRead: 0, coldRead: 0 },
  fees: 'delta',
  credits: 'strict',
};

const FIRST_NAMES = (
  'alice bob carol dave erin frank grace heidi ivan judy kim leo mallory nick olga peggy quinn rupert sybil trent uma ' +
  'victor wendy xavier yuri zoe'
).split(' ');

/** alice, bob, …, zoe, alice2, … */
export function usualName(index: number): string {
  const round = Math.floor(index / FIRST_NAMES.length);
  return `${FIRST_NAMES[index % FIRST_NAMES.length]}${round === 0 ? '' : round + 1}`;
}

/** Strings that are a number in a link; the first 127 take least. */
const KNOWN_STRINGS: readonly string[] = [
  ...new Set(
    // Fields of a shortened scenario, its accounts, contracts and transactions.
    (
      'title note env accounts contracts transactions calls settings laneOrder pins header people name address balance nonce ' +
      'code storage contract library artifact kind from to $ a0 a1 a2 a3 #0 #1 #2 #3 #4 #5 #6 #7 #8 #9 gasLimit priorityFee ' +
      'raw data signed tx id ids ! ' +
      // Settings.
      'engine options lanes clock costs fees credits sequential race dag components account-locks rounds in-order ' +
      'block-access-list virtual measured naive commutative lanesPolicy free dagPolicy critical-path longest-first estimates ' +
      'senderLinks rollingCommit hints lockGranularity account queueLength overDeclare underDeclare listOrder tamper ' +
      'gasPerMicrosecond dispatch validationPerRead coldRead ' +
      // The library and the names it goes by.
      'token pool drop drop-ranges counter sharded-counter ballot lending tracker auction grid records transfer swap mint vote ' +
      'increment deposit borrow withdraw repay USDC WETH Drop Ballot Counter ' +
      '=symbol =totalSupply =balanceOf[] =allowance[][] =token0 =token1 =reserve0 =reserve1 =totalShares =nextId =question ' +
      '=votes.length =voters[].registered =endsAt =asset =index =rate =lastAccrual =totalDeposits =totalDebt =depositOf[] ' +
      '=debtOf[] =items[].holder =items[].stage =mayWrite[][] ' +
      // Beyond one byte.
      'Lending Tracker Auction Grid Records Ranges Shards pool2 pool3 pool4 Auction2 Auction3 Auction4 TKN2 TKN3 TKN4 ' +
      'approve transferFrom bid advance handOver claim move grant addEntry admit increment sum accrue #10 #11 #12 #13 #14 ' +
      '#15 #16 #17 #18 #19 number timestamp coinbase difficulty prevRandao baseFeePerGas excessBlobGas blobGasUsed ' +
      'parentBeaconBlockRoot parentHash blockHashes keys values moment view lanesView board timeline selected location hash ' +
      'type gasPrice maxFeePerGas maxPriorityFeePerGas accessList abi bytecode deployedBytecode storageLayout inputs outputs ' +
      'stateMutability components label offset slot types encoding numberOfBytes t_uint256 uint256 address inplace mapping ' +
      'function nonpayable view'
    ).split(' '),
  ),
];

/** `typical` has the texts of the examples of its day, and two generated blocks. */
export const PRIMER: Primer = { strings: KNOWN_STRINGS, typical };
