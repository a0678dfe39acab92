import { RLP } from '@ethereumjs/rlp';
import { describe, expect, it } from 'vitest';
import type { AccountChanges, BlockAccessList } from '../model/block-access-list.ts';
import { compareLists, countItems, mostItems, tamperWith } from '../model/block-access-list.ts';
import { toAddress } from '../model/ids.ts';
import { balanceOf, nonceOf, slotOf } from '../model/location.ts';
import { bytesHex, hexBytes } from '../model/naming/word.ts';
import { decodeAccessList, encodeAccessList, hashAccessList } from './block-access-list.ts';

const address = (digit: string) => toAddress(`0x${digit.repeat(40)}`);
const account = (digit: string, more: Partial<AccountChanges> = {}): AccountChanges => ({
  address: address(digit),
  storageChanges: [],
  storageReads: [],
  balanceChanges: [],
  nonceChanges: [],
  codeChanges: [],
  ...more,
});

const LIST: BlockAccessList = [
  account('a', {
    storageChanges: [
      { slot: '0x0', changes: [{ index: 0, value: 5n }] },
      {
        slot: '0x100',
        changes: [
          { index: 1, value: 0n },
          { index: 300, value: 2n ** 256n - 1n },
        ],
      },
    ],
    storageReads: ['0x1', '0xff'],
    nonceChanges: [{ index: 2, value: 1n }],
    codeChanges: [{ index: 2, value: '0x6000' }],
  }),
  account('b', { balanceChanges: [{ index: 1, value: 128n }] }),
  account('c'),
];

describe('the RLP of a block access list', () => {
  it('of nothing is c0, with the hash that the EIP names', () => {
    const encoded = encodeAccessList([]);
    expect(bytesHex(encoded)).toBe('0xc0');
    expect(hashAccessList(encoded)).toBe('0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347');
  });

  it('has numbers without leading zeros', () => {
    const bytes = bytesHex(encodeAccessList([account('b', { balanceChanges: [{ index: 1, value: 128n }] })]));
    expect(bytes).toBe(`0xdfde94${'b'.repeat(40)}c0c0c4c3018180c0c0`);
  });

  it('is read back as it was', () => {
    expect(decodeAccessList(encodeAccessList(LIST))).toEqual(LIST);
  });

  it.each<[string, BlockAccessList]>([
    ['accounts', [account('b'), account('a')]],
    ['accounts', [account('a'), account('a')]],
    ['storage reads', [account('a', { storageReads: ['0x2', '0x1'] })]],
    [
      'balances',
      [
        account('a', {
          balanceChanges: [
            { index: 2, value: 1n },
            { index: 2, value: 2n },
          ],
        }),
      ],
    ],
    ['slot', [account('a', { storageChanges: [{ slot: '0x1', changes: [] }] })]],
    [
      'either changed or read',
      [account('a', { storageChanges: [{ slot: '0x1', changes: [{ index: 1, value: 1n }] }], storageReads: ['0x1'] })],
    ],
  ])('is refused out of order or said twice: %s', (where, list) => {
    expect(() => decodeAccessList(encodeAccessList(list))).toThrow(where);
  });

  it.each<[string, unknown]>([
    ['a list of 6', [[hexBytes(address('a'))]]],
    ['an address of 20 bytes', [[Uint8Array.of(1), [], [], [], [], []]]],
    ['without leading zeros', [[hexBytes(address('a')), [], [Uint8Array.of(0)], [], [], []]]],
    ['at most 8 bytes', [[hexBytes(address('a')), [], [], [], [[1, 2n ** 64n]], []]]],
  ])('is refused with what was expected: %s', (expected, item) => {
    expect(() => decodeAccessList(RLP.encode(item as Parameters<typeof RLP.encode>[0]))).toThrow(expected);
  });

  it('is refused when it is no RLP', () => {
    expect(() => decodeAccessList(Uint8Array.of(0xf8))).toThrow('expected RLP');
  });
});

describe('what a list is held against', () => {
  it('the size rule: addresses and slots, by the gas limit', () => {
    expect(countItems(LIST)).toBe(3 + 4);
    expect(mostItems(30_000_000n)).toBe(15_000);
    expect(mostItems(1_999n)).toBe(0);
  });

  it('the list produced: every entry that differs, by name', () => {
    expect(compareLists(LIST, LIST)).toEqual([]);
    const [first, second] = LIST as [AccountChanges, AccountChanges];
    const produced = [
      { ...first, storageReads: ['0x1'] as const, nonceChanges: [{ index: 2, value: 3n }] },
      second,
      account('d'),
    ];
    expect(compareLists(LIST, produced)).toEqual([
      { location: slotOf(address('a'), '0xff'), given: 1n, produced: null },
      { location: nonceOf(address('a')), index: 2, given: 1n, produced: 3n },
      { location: balanceOf(address('c')), given: 1n, produced: null },
      { location: balanceOf(address('d')), given: null, produced: 1n },
    ]);
  });

  it('one entry can be altered, if it is there', () => {
    const lie = { location: slotOf(address('a'), '0x100'), index: 300, value: 7n };
    expect(compareLists(tamperWith(LIST, lie) ?? [], LIST)).toEqual([
      { location: lie.location, index: 300, given: 7n, produced: 2n ** 256n - 1n },
    ]);
    expect(tamperWith(LIST, { ...lie, index: 2 })).toBeNull();
  });
});
