import type { StorageLayout } from '../model/artifact.ts';
import { type Address, toAddress } from '../model/ids.ts';
import type { NamedContract } from '../model/naming/index.ts';

/** Slots of an ERC-20 token's two mappings, decimal. */
interface TokenSlots {
  readonly balanceOf: number;
  readonly allowance: number;
}

/**
 * Contracts that nearly every mainnet block touches, so that a real block speaks of `WETH.balanceOf[…]` and not of a hash. Names as
 * on the block explorers; slots as in the tokens' verified sources.
 */
const MAINNET: readonly (readonly [address: string, name: string, token?: TokenSlots])[] = [
  ['0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2', 'WETH', { balanceOf: 3, allowance: 4 }],
  ['0xdac17f958d2ee523a2206206994597c13d831ec7', 'USDT', { balanceOf: 2, allowance: 5 }],
  ['0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48', 'USDC', { balanceOf: 9, allowance: 10 }],
  ['0x6b175474e89094c44da98b954eedeac495271d0f', 'DAI', { balanceOf: 2, allowance: 3 }],
  ['0x2260fac5e5542a773aa44fbcfedf7c193bc2c599', 'WBTC', { balanceOf: 0, allowance: 2 }],
  ['0x7a250d5630b4cf539739df2c5dacb4c659f2488d', 'UniswapV2Router'],
  ['0xe592427a0aece92de3edee1f18e0157c05861564', 'UniswapV3Router'],
  ['0x68b3465833fb72a70ecdf485e0e4c7bd8665fc45', 'UniswapRouter02'],
  ['0x3fc91a3afd70395cd496c647d5a6cc9d4b2b7fad', 'UniversalRouter'],
  ['0xef1c6e67703c7bd7107eed8303fbe6ec2554bf6b', 'UniversalRouterOld'],
  ['0x000000000022d473030f116ddee9f6b43ac78ba3', 'Permit2'],
  ['0x1111111254eeb25477b68fb85ed929f73a960582', '1inchV5'],
  ['0x881d40237659c251811cec9c364ef91dc08d300c', 'MetaMaskSwap'],
  ['0x00000000000000adc04c56bf30ac9d3c0aaf14dc', 'Seaport'],
];

const ERC20_TYPES: NonNullable<StorageLayout['types']> = {
  t_address: { encoding: 'inplace', label: 'address', numberOfBytes: '20' },
  t_uint256: { encoding: 'inplace', label: 'uint256', numberOfBytes: '32' },
  t_balances: {
    encoding: 'mapping',
    label: 'mapping(address => uint256)',
    numberOfBytes: '32',
    key: 't_address',
    value: 't_uint256',
  },
  t_allowances: {
    encoding: 'mapping',
    label: 'mapping(address => mapping(address => uint256))',
    numberOfBytes: '32',
    key: 't_address',
    value: 't_balances',
  },
};

function tokenLayout({ balanceOf, allowance }: TokenSlots): StorageLayout {
  return {
    storage: [
      { label: 'balanceOf', offset: 0, slot: String(balanceOf), type: 't_balances' },
      { label: 'allowance', offset: 0, slot: String(allowance), type: 't_allowances' },
    ],
    types: ERC20_TYPES,
  };
}

const KNOWN: readonly NamedContract[] = MAINNET.map(([address, name, token]) => ({
  address: toAddress(address),
  name,
  ...(token ? { layout: tokenLayout(token) } : {}),
}));

/** Those that a scenario of this chain may call by name: none where the user has given the address a name. */
export function knownContracts(chainId: bigint, named: ReadonlySet<Address>): readonly NamedContract[] {
  return chainId === 1n ? KNOWN.filter(({ address }) => !named.has(address)) : [];
}
