import solc from 'solc';
import { describe, expect, it } from 'vitest';
import type { StorageLayout } from '../artifact.ts';
import type { Address, Hex } from '../ids.ts';
import { balanceOf, codeOf, existenceOf, nonceOf, slotOf, wipeOf } from '../location.ts';
import { createNamer, encodePath, encodeStorage, formatEther } from './index.ts';

const SOURCE = `
contract Everything {
  enum Stage { Made, Sent }
  struct Item { address holder; Stage stage; uint64 at; uint256 price; int32[2] spot; }
  uint128 low; uint64 mid; bool flag;
  uint256 total;
  mapping(address => uint256) balanceOf;
  mapping(address => mapping(address => uint256)) allowance;
  Item[] items;
  mapping(uint256 => Item) byId;
  address[3][2] grid;
  uint8[40] cells;
  string title;
  mapping(string => uint256) byWord;
  mapping(int8 => mapping(bytes4 => bool)) odd;
  mapping(address => uint16[]) scores;
  Item best;
  struct Voter { bool registered; uint8 choice; }
  mapping(address => Voter) voters;
}`;

const layout = compileLayout(SOURCE, 'Everything');

const address = (digit: string) => `0x${digit.repeat(40)}` as Address;
const people: Record<string, Address> = { alice: address('a'), bob: address('b'), pool: address('1') };
const self = address('c');
const resolve = (name: string) => people[name];
const namerOf = (preimages: ReadonlyMap<Hex, Hex> = new Map()) =>
  createNamer({
    contracts: [{ address: self, name: 'C', layout }],
    accounts: new Map(Object.entries(people).map(([name, at]) => [at, name])),
    preimages,
  });
const locationOf = (path: string) => slotOf(self, encodePath(layout, path, resolve).slot);

describe('storage by name', () => {
  it.each([
    ['total', 'C.total'],
    ['mid', 'C.low+mid+flag'],
    ['balanceOf[alice]', 'C.balanceOf[alice]'],
    ['allowance[alice][pool]', 'C.allowance[alice][pool]'],
    ['items.length', 'C.items.length'],
    ['items[3].price', 'C.items[3].price'],
    ['items[3].holder', 'C.items[3].holder+stage+at'],
    ['byId[7].spot[1]', 'C.byId[7].spot[0]+spot[1]'],
    ['grid[1][2]', 'C.grid[1][2]'],
    ['cells[33]', 'C.cells[32]…cells[39]'],
    ['title', 'C.title'],
    ['best.price', 'C.best.price'],
    ['voters[bob].choice', 'C.voters[bob]'],
    ['odd[5][0x00000000]', 'C.odd[5][0x00000000]'],
  ])('%s lies in a slot that is called %s', (path, name) => {
    // Without any preimage: mapping values are found among the candidates.
    if (!path.startsWith('odd')) expect(namerOf().location(locationOf(path))).toBe(name);
    expect(namerOf(preimagesOf(path)).location(locationOf(path))).toBe(name);
  });

  it.each([
    ['byWord["two words"]', 'C.byWord["two words"]'],
    ['odd[-3][0xdeadbeef]', 'C.odd[-3][0xdeadbeef]'],
    [`balanceOf[${address('9')}]`, 'C.balanceOf[0x9999…99]'],
    ['scores[bob][17]', 'C.scores[bob][16]…scores[bob][31]'],
    ['byId[123456].price', 'C.byId[123456].price'],
  ])('%s needs the preimage that execution recorded', (path, name) => {
    expect(namerOf().location(locationOf(path))).toMatch(/^C\.slot 0x/);
    expect(namerOf(preimagesOf(path)).location(locationOf(path))).toBe(name);
  });

  it('values read as their type says', () => {
    const namer = namerOf();
    expect(namer.value(locationOf('total'), 1040000n)).toBe('1,040,000');
    expect(namer.value(locationOf('low'), 5n + (7n << 128n) + (1n << 192n))).toBe('low 5, mid 7, flag true');
    const item = BigInt(people.alice ?? 0) + (1n << 160n) + (99n << 168n);
    expect(namer.value(locationOf('items[3].holder'), item)).toBe('holder alice, stage 1, at 99');
    expect(namer.value(locationOf('best.spot[0]'), 0xffffffffn)).toBe('spot[0] -1, spot[1] 0');
    expect(namer.value(locationOf('voters[bob].choice'), 0x0201n)).toBe('registered true, choice 2');
    expect(namer.value(locationOf('cells[0]'), 3n << 8n)).toBe('cells[1] 3');
    expect(namer.value(balanceOf(self), 1_500_000_000_000_000_000n)).toBe('1.5 ETH');
    expect(namer.value(codeOf(self), '0x6001')).toBe('2 bytes of code');
    expect(namer.value(slotOf(address('9'), '0x3'), 12n)).toBe('12');
  });

  it('accounts by name or shortened', () => {
    const namer = namerOf();
    expect(namer.location(balanceOf(people.alice as Address))).toBe('alice balance');
    expect(namer.location(nonceOf(people.bob as Address))).toBe('bob nonce');
    expect(namer.location(codeOf(self))).toBe('C code');
    expect(namer.location(existenceOf(self))).toBe('C existence');
    expect(namer.location(wipeOf(self))).toBe('C storage');
    expect(namer.location(balanceOf(address('9')))).toBe('0x9999…99 balance');
    expect(namer.location(slotOf(address('9'), '0x3'))).toBe('0x9999…99.slot 0x3');
  });

  it('without a layout the preimages still tell a mapping', () => {
    const preimages = preimagesOf('allowance[alice][pool]');
    const stranger = slotOf(address('9'), encodePath(layout, 'allowance[alice][pool]', resolve).slot);
    expect(namerOf(preimages).location(stranger)).toBe('0x9999…99.slot 0x3[alice][pool]');
  });

  it('packs named values into slots and long strings over several', () => {
    const errors: string[] = [];
    const long = 'a title of more than thirty-one bytes, over two slots';
    const storage = { low: '5', flag: 'true', mid: '7', 'grid[0][1]': 'bob', title: long, total: '0' };
    const slots = encodeStorage(layout, storage, resolve, (message) => errors.push(message));
    expect(errors).toEqual([]);
    expect(slots['0x0']).toBe(5n + (7n << 128n) + (1n << 192n));
    expect(slots[encodePath(layout, 'grid[0][1]', resolve).slot]).toBe(BigInt(people.bob ?? 0));
    expect(slots[encodePath(layout, 'title', resolve).slot]).toBe(BigInt(long.length * 2 + 1));
    expect(Object.keys(slots)).toHaveLength(1 + 1 + 1 + 2);
    expect(encodeStorage(layout, { title: 'short' }, resolve, () => {})).toEqual({
      [encodePath(layout, 'title', resolve).slot]: BigInt(`0x${'73686f7274'.padEnd(62, '0')}0a`),
    });
  });

  it.each([
    ['nothing', 'no variable nothing; there are low, mid, '],
    ['balanceOf[nobody]', 'key of balanceOf: expected an account or contract name or an address, got "nobody"'],
    ['balanceOf', 'is a whole mapping(address => uint256): go on with [address]'],
    ['items[1].colour', 'has no member colour: it has holder, stage'],
    ['grid[2][0]', 'index of grid: expected an index from 0 to 1, got "2"'],
    ['total[1]', 'is a uint256: it takes no [key]'],
    ['balanceOf[', 'expected a key in brackets at character 10'],
    ['items[1]', 'is a whole struct Everything.Item: go on with .holder, stage'],
  ])('%s is refused: %s', (path, message) => {
    expect(() => encodePath(layout, path, resolve)).toThrow(message);
  });

  it('a value that does not fit names its variable and type', () => {
    const errors: string[] = [];
    encodeStorage(layout, { mid: '2e3', flag: 'yes', low: (1n << 128n).toString() }, resolve, (m) => errors.push(m));
    expect(errors).toEqual([
      'value of mid (uint64): expected a whole number, got "2e3"',
      'value of flag (bool): expected true or false, got "yes"',
      `value of low (uint128): expected a whole number from 0 to 2^128 − 1, got "${1n << 128n}"`,
    ]);
  });

  it('ether is exact', () => {
    expect(formatEther(0n)).toBe('0 ETH');
    expect(formatEther(21_000_000_000_000n)).toBe('0.000021 ETH');
    expect(formatEther(1n)).toBe('1 wei');
    expect(formatEther(1_234_500_000_000_000_000_000n)).toBe('1,234.5 ETH');
  });
});

/** What execution would record on its way to the slot: every keccak of a mapping key or an array's slot. */
function preimagesOf(path: string): Map<Hex, Hex> {
  const found = new Map<Hex, Hex>();
  encodePath(layout, path, resolve, (hash, preimage) => found.set(hash, preimage));
  return found;
}

function compileLayout(source: string, name: string): StorageLayout {
  const input = {
    language: 'Solidity',
    sources: { 'a.sol': { content: source } },
    settings: { outputSelection: { '*': { '*': ['storageLayout'] } } },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input)));
  return output.contracts['a.sol'][name].storageLayout;
}
