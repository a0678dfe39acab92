import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blockToText } from '../formats/block-file.ts';
import { scenarioToText } from '../formats/scenario-file.ts';
import type { Address } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import { DEFAULT_SETTINGS, ENGINE_IDS } from '../model/settings.ts';
import { buildBlock } from '../workloads/build-block.ts';
import { runCli } from './cli.ts';

const FIXTURES = '../shared/fixtures';
const there = existsSync(FIXTURES);
const REAL = `${FIXTURES}/blocks/19426587.json.gz`;

const address = (byte: string) => `0x${byte.repeat(20)}` as Address;
const ETHER = 10n ** 18n;
/** alice pays bob, bob pays carol, dave pays erin: one dependency. */
const payments: Scenario = {
  title: 'Three payments',
  note: '',
  hardfork: 'cancun',
  chainId: 1n,
  env: {
    number: 20_000_000n,
    timestamp: 1_720_000_000n,
    coinbase: address('cb'),
    gasLimit: 30_000_000n,
    baseFeePerGas: 10n ** 9n,
    prevRandao: `0x${'00'.repeat(32)}`,
    excessBlobGas: 0n,
  },
  accounts: [
    { address: address('a1'), name: 'alice', balance: ETHER, nonce: 0n },
    { address: address('b0'), name: 'bob', balance: ETHER, nonce: 0n },
    { address: address('ca'), name: 'carol', balance: ETHER, nonce: 0n },
    { address: address('da'), name: 'dave', balance: ETHER, nonce: 0n },
    { address: address('e1'), name: 'erin', balance: ETHER, nonce: 0n },
  ],
  contracts: [],
  transactions: [
    { kind: 'pay', id: 't1', from: 'alice', to: 'bob', value: 5n },
    { kind: 'pay', id: 't2', from: 'bob', to: 'carol', value: 5n },
    { kind: 'pay', id: 't3', from: 'dave', to: 'erin', value: 5n },
  ],
  settings: { ...DEFAULT_SETTINGS, engine: 'dag', lanes: 2 },
  pins: {},
  laneOrder: [],
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lanewise-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const scenarioFile = (change: Partial<Scenario> = {}) =>
  write('scenario.json', scenarioToText({ ...payments, ...change }));

async function cli(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(args, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
const json = async (...args: string[]) => {
  const { code, out, err } = await cli(...args, '--json');
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out);
};

describe('analyze', () => {
  test('a scenario', async () => {
    expect(await json('analyze', scenarioFile())).toEqual({
      transactions: 3,
      gasUsed: 63000,
      conflictingPairs: 1,
      rawPairs: 1,
      wawPairs: 1,
      warPairs: 1,
      independentTxs: 1,
      longestChainTxs: 2,
      criticalPathGas: 42000,
      waves: 2,
      speedupBound: 1.5,
      lowestIndexFirst: { 2: 42000, 4: 42000, 8: 42000, 16: 42000 },
      hottest: [{ location: `b:${address('b0')}`, conflictingPairs: 1 }],
    });
  });

  test('commutative credits', async () => {
    const figures = await json('analyze', scenarioFile(), '--credits', 'commutative');
    expect(figures).toMatchObject({ conflictingPairs: 1, rawPairs: 1, wawPairs: 1, warPairs: 0 });
  });

  test('the block access list: who pays, who is paid, and the fee recipient', async () => {
    const { accessList } = await json('analyze', scenarioFile(), '--bal');
    expect(accessList).toMatchObject({ items: 6, mostItems: 15_000 });
    expect(accessList.hash).toMatch(/^0x[0-9a-f]{64}$/);
    const { out } = await cli('analyze', scenarioFile(), '--bal');
    expect(out).toContain(`block access list, hash ${accessList.hash}`);
    // The same list comes with the block when it is run.
    expect(await json('run', scenarioFile(), '--engine', 'block-access-list')).toMatchObject({
      accessList,
      serialCheck: 'equal',
    });
  });

  test.skipIf(!there)('a real block, as a table and as JSON', async () => {
    expect(await json('analyze', REAL)).toMatchObject({
      transactions: 37,
      gasUsed: 2633933,
      conflictingPairs: 10,
      speedupBound: 6.52,
      lowestIndexFirst: { 2: 1517093, 4: 939567, 8: 627202, 16: 454736 },
    });
    const { out } = await cli('analyze', REAL);
    expect(out).toContain('critical path, gas             403,982');
    expect(out).toContain('   16    454,736     5.792');
  });
});

describe('run', () => {
  test('a scenario brings its settings, options override them', async () => {
    expect(await json('run', scenarioFile())).toMatchObject({ engine: 'dag', lanes: 2, makespan: 42000, speedup: 1.5 });
    expect(await json('run', scenarioFile(), '--engine', 'sequential')).toMatchObject({
      engine: 'sequential',
      makespan: 63000,
      speedup: 1,
    });
    expect(await json('run', scenarioFile(), '--lanes', '1', '--dispatch', '100')).toMatchObject({ makespan: 63300 });
  });

  test.skipIf(!there).each(ENGINE_IDS)('a real block under %s', async (engine) => {
    const events = join(folder, `${engine}.jsonl`);
    const report = await json('run', REAL, '--engine', engine, '--lanes', '8', '--events', events);
    expect(Object.keys(report)).toEqual([
      'engine',
      'lanes',
      'clock',
      'work',
      'makespan',
      'criticalPath',
      'bound',
      'speedup',
      'efficiency',
      'incarnations',
      'aborts',
      'serialCheck',
      'gasUsed',
      'receiptsRoot',
      'logsBloom',
      'headerCheck',
      'events',
      ...(engine === 'block-access-list' ? ['accessList'] : []),
    ]);
    const right = engine !== 'race';
    expect(report.serialCheck).toBe(right ? 'equal' : 'different');
    expect(report.headerCheck).toEqual({ gasUsed: right, receiptsRoot: right, logsBloom: right });
    expect(report.speedup).toBeLessThanOrEqual(report.bound);
    expect(report.clock).toBe('virtual');
    const lines = readFileSync(events, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(report.events);
    expect(lines.map((line) => JSON.parse(line).kind).filter((kind) => kind === 'started')).toHaveLength(
      report.incarnations + lines.filter((line) => line.includes('"task":"validate"')).length,
    );
  });

  test.skipIf(!there)('race names what went wrong', async () => {
    const { out, code } = await cli('run', REAL, '--engine', 'race', '--lanes', '4');
    expect(code).toBe(0);
    expect(out).toMatch(/serial check: DIFFERENT in \d+ places\n {2}transaction 14: /);
    expect(out).toContain(
      's:0x3fda25f27211a138adf211f4c060f2149674be6d:0x6 is 657524, should be 657534 (last written by',
    );
  });

  test('fees paid by every transaction make a chain of them', async () => {
    expect(await json('run', scenarioFile(), '--fees', 'naive')).toMatchObject({
      makespan: 63000,
      criticalPath: 63000,
    });
  });

  test('hints', async () => {
    const good = write('hints.json', '[[], [0], []]');
    expect(await json('run', scenarioFile(), '--hints', good)).toMatchObject({ makespan: 42000, serialCheck: 'equal' });
    const bad = write('bad-hints.json', '[[], [1], []]');
    const { code, err } = await cli('run', scenarioFile(), '--hints', bad);
    expect(code).toBe(1);
    expect(err).toContain(
      "entry 1: a transaction can only depend on earlier ones, but 1 isn't below 1. Give one made for this block, or leave --hints out.",
    );
  });
});

describe('hints out', () => {
  test('the dependencies of a block, a transaction a line, and back in', async () => {
    const path = join(folder, 'out.json');
    await cli('analyze', scenarioFile(), '--hints-out', path);
    expect(readFileSync(path, 'utf8')).toBe('[\n[],\n[0],\n[]\n]\n');
    expect(await json('run', scenarioFile(), '--hints', path)).toMatchObject({ makespan: 42000, aborts: 0 });
    expect((await cli('analyze', scenarioFile(), '--hints-out', folder)).err).toContain(
      `--hints-out: ${folder} can't be written`,
    );
  });
});

describe('account-locks', () => {
  const locks = ['--engine', 'account-locks'] as const;

  test('what is left out of a declaration fails who touches it, by name', async () => {
    const undeclared = `1:b:${address('b0')}`;
    expect(await json('run', scenarioFile(), ...locks, '--undeclared', undeclared)).toMatchObject({
      serialCheck: 'different',
      gasUsed: 42000,
    });
    const { out } = await cli('run', scenarioFile(), ...locks, '--undeclared', undeclared);
    expect(out).toContain(`transaction 1: validity is invalid: it read b:${address('b0')}, which it had not declared`);
    expect(out).toContain('should be valid');
  });

  test('a block access list that lies makes the block invalid, and is told where', async () => {
    const list = ['--engine', 'block-access-list', '--lanes', '4'];
    const entry = `1:n:${address('a1')}`;
    const { out } = await cli('run', scenarioFile(), ...list, '--tamper', `${entry}=7`);
    expect(out).toContain('serial check: DIFFERENT');
    expect(out).toContain(`list: n:${address('a1')} at index 1 says 7, should say 1`);
    const refused = async (...more: string[]) => (await cli('run', scenarioFile(), ...more)).err;
    expect(await refused(...list, '--tamper', `9:n:${address('a1')}=7`)).toContain('has no entry');
    expect(await refused(...list, '--tamper', 'x')).toContain('--tamper: expected INDEX:LOCATION=VALUE');
    expect(await refused('--engine', 'dag', '--tamper', `${entry}=7`)).toContain('only block-access-list has a list');
  });

  test('a declaration that names nothing is refused', async () => {
    const refused = async (entry: string, ...more: string[]) =>
      (await cli('run', scenarioFile(), ...(more.length > 0 ? more : locks), '--undeclared', entry)).err;
    expect(await refused('x')).toContain('--undeclared: expected TX:LOCATION, like 3:b:0x1234…, got "x"');
    expect(await refused(`7:b:${address('b0')}`)).toContain('names transaction 7, but the block has 3, from 0');
    expect(await refused('1:b:0x12')).toContain('expected a state location');
    expect(await refused('1:b:0x12', '--engine', 'dag')).toContain('only account-locks has locks');
  });
});

describe('verify', () => {
  test.skipIf(!there)('state tests and real blocks pass, also under an engine', async () => {
    const files = [
      `${FIXTURES}/statetests/stChainId__chainIdGasCost.json`,
      `${FIXTURES}/statetests/stEIP1559__lowGasPriceOldTypes.json`,
      REAL,
      REAL.replace('.json', '.expected.json'),
    ];
    expect(await cli('verify', ...files)).toEqual({ code: 0, out: '4 passed, 0 failed', err: '' });
    expect((await cli('verify', ...files, '--engine', 'block-stm', '--lanes', '8')).out).toBe('4 passed, 0 failed');
  });

  test.skipIf(!there)('what differs is named, and the exit code is 1', async () => {
    const expected = JSON.parse(gunzipSync(readFileSync(REAL.replace('.json', '.expected.json'))).toString());
    expected.perTx[3].gasUsed += 1;
    expected.analysis.strict.rawPairs = 11;
    const block = write('wrong.json.gz', readFileSync(REAL));
    write('wrong.expected.json.gz', gzipSync(JSON.stringify(expected)));
    const { code, out } = await cli('verify', block);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^FAIL .*wrong\.json\.gz: block 19426587: transaction 3: gas used is (\d+), should be \d+; strict rawPairs is 10, should be 11\n0 passed, 1 failed$/,
    );
  });

  test.skipIf(!there)('a race is found out', async () => {
    const { code, out } = await cli('verify', REAL, '--engine', 'race', '--lanes', '8');
    expect(code).toBe(1);
    expect(out).toMatch(/race on 8 lanes: gas used is \d+, should be 2633933/);
  });

  test('a block without expected results is held against its header', async () => {
    const { block } = buildBlock(payments);
    if (!block) throw new Error('expected a block');
    const right = write('header.json', blockToText({ ...block, header: { gasUsed: 63000n } }));
    expect((await cli('verify', right)).out).toBe('1 passed, 0 failed');
    const wrong = write('other-header.json', blockToText({ ...block, header: { gasUsed: 63001n } }));
    expect((await cli('verify', wrong)).out).toContain('block 20000000: gas used is 63000, should be 63001');
  });

  test('a file of another kind is one failing case', async () => {
    const file = write('other.json', '{"hello": 1}');
    const { code, out } = await cli('verify', file);
    expect(code).toBe(1);
    expect(out).toBe(
      `FAIL ${file}: the file: expected state tests or a block file, got an object with the field hello\n0 passed, 1 failed`,
    );
  });
});

describe('what the user is told', () => {
  const refused = async (...args: string[]) => {
    const { code, out, err } = await cli(...args);
    expect(code).toBe(1);
    expect(out).toBe('');
    return err;
  };

  test('help, for all and for each command', async () => {
    expect((await cli('--help')).out).toContain('analyze FILE [options]');
    for (const command of ['analyze', 'run', 'verify']) {
      const { code, out } = await cli(command, '--help');
      expect(code).toBe(0);
      expect(out).toContain('--json');
    }
    expect(await refused()).toContain('analyze FILE [options]');
  });

  test('slips', async () => {
    expect(await refused('analyse')).toBe(
      'lanewise: unknown command analyse. Did you mean analyze? The commands are analyze, run, verify.',
    );
    expect(await refused('run', 'x.json', '--lane', '4')).toBe(
      'lanewise: unknown option --lane. Did you mean --lanes? --help lists the options.',
    );
    expect(await refused('run', 'x.json', '--lanes')).toBe("lanewise: Option '--lanes <value>' argument missing.");
    expect(await refused('analyze')).toBe('lanewise: expected a file (a block file or a scenario), got none.');
    expect(await refused('analyze', 'nowhere.json')).toBe('lanewise: nowhere.json: there is no such file.');
    expect(await refused('run', scenarioFile(), '--engine', 'blockstm')).toBe(
      `lanewise: --engine: expected ${ENGINE_IDS.slice(0, -1).join(', ')} or ${ENGINE_IDS.at(-1)}, got blockstm. Did you mean block-stm?`,
    );
    expect(await refused('run', scenarioFile(), '--lanes', '129')).toBe(
      'lanewise: --lanes: expected a whole number from 1 to 128, got 129.',
    );
    expect(await refused('run', scenarioFile(), '--engine', 'race', '--policy', 'free')).toBe(
      'lanewise: --policy: only lanes and dag have policies, and the engine is race.',
    );
    expect(await refused('run', scenarioFile(), '--events', join(folder, 'no', 'such', 'folder'))).toContain(
      "can't be written (ENOENT",
    );
  });

  test('a bad file is named with what is wrong in it', async () => {
    const file = write('cut.json.gz', gzipSync('{"a": 1}').subarray(0, 12));
    expect(await refused('analyze', file)).toBe(
      `lanewise: ${file}: the file: expected a whole gzip file, got one that is damaged or cut off. ` +
        'Download or pack it again; `gzip -t` tells whether it is whole.',
    );
  });

  test('transactions that can’t be included: an error in a real block, a note in a scenario', async () => {
    const [first, ...others] = payments.accounts;
    if (!first) throw new Error('expected accounts');
    const accounts = [{ ...first, balance: 1n }, ...others];
    const { code, err } = await cli('analyze', scenarioFile({ accounts }));
    expect(code).toBe(0);
    expect(err).toMatch(/^note: .*transaction 0 can't be included: /m);

    const { block } = buildBlock({ ...payments, accounts });
    if (!block) throw new Error('expected a block');
    expect(await refused('analyze', write('poor.json', blockToText(block)))).toMatch(
      /^lanewise: transaction 0 can't be included: .*\n {2}A real block has no such transaction/,
    );
    const [tx, ...rest] = block.transactions;
    if (!tx) throw new Error('expected a transaction');
    const gap = { ...block, transactions: [{ ...tx, nonce: 7n }, ...rest] };
    expect(await refused('run', write('gap.json', blockToText(gap)))).toMatch(/nonce is 7/);
  });

  test('a called account that the prestate lacks is named when the header disagrees', async () => {
    const { block } = buildBlock(payments);
    const [tx, ...rest] = block?.transactions ?? [];
    if (!block || !tx) throw new Error('expected a block');
    const call = { ...tx, to: address('dd'), gasLimit: 100_000n, data: '0xa9059cbb' as const };
    const file = blockToText({ ...block, transactions: [call, ...rest], header: { gasUsed: 99_999n } });
    expect(await refused('analyze', write('missing.json', file))).toMatch(
      new RegExp(
        '^lanewise: serial execution uses [\\d,]+ gas, and the header says 99,999\\.\\n' +
          `  transaction 0 calls ${address('dd')} \\(0xa9059cbb\\), which the prestate doesn't have\\n` +
          '  Trace the block again, or add the account to `prestate`\\.$',
      ),
    );
  });
});

describe('as a process', () => {
  const run = promisify(execFile);
  const spawn = (...args: string[]) => run(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args]);

  test('prints one JSON object and nothing else', async () => {
    const { stdout, stderr } = await spawn('analyze', scenarioFile(), '--json');
    expect(stderr).toBe('');
    expect(stdout.endsWith('}\n')).toBe(true);
    expect(JSON.parse(stdout).transactions).toBe(3);
  });

  test('errors go to standard error with exit code 1', async () => {
    await expect(spawn('analyze', 'nowhere.json')).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'lanewise: nowhere.json: there is no such file.\n',
    });
  });
});
