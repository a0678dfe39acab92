import { describe, expect, it } from 'vitest';
import { createLocalRunner } from '../../drivers/local-runner.ts';
import type { BlockAnalysis } from '../../drivers/runner.ts';
import type { Location } from '../../model/location.ts';
import { createNamer, type Namer } from '../../model/naming/index.ts';
import type { RunReport } from '../../model/run.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { EngineOptions, RunSettings } from '../../model/settings.ts';
import { buildBlock } from '../build-block.ts';
import { artifactOf } from '../library.ts';
import { EXAMPLES } from './index.ts';

const runner = createLocalRunner();

interface Ran {
  readonly scenario: Scenario;
  readonly report: RunReport;
  readonly graph: BlockAnalysis['graph'];
  readonly name: Namer['location'];
}
type Changes = Partial<Omit<RunSettings, 'options'>> & { readonly options?: Partial<EngineOptions> };

/** The example as it opens, or with some settings changed. */
async function run(
  id: string,
  changes: Changes = {},
  lanes: Partial<Pick<Scenario, 'pins' | 'laneOrder'>> = {},
): Promise<Ran> {
  const example = EXAMPLES.find((candidate) => candidate.id === id);
  if (!example) throw new Error(`no example ${id}`);
  const original = example.scenario();
  const options = { ...original.settings.options, ...changes.options };
  const scenario = { ...original, ...lanes, settings: { ...original.settings, ...changes, options } };
  const { block, pins, drawn, problems } = buildBlock(scenario);
  expect(problems).toEqual([]);
  if (!block) throw new Error('no block');
  const analysed = await runner.analyse(block, scenario.settings).outcome;
  const ran = await runner.run({ block, settings: scenario.settings, pins, drawn }).outcome;
  if (analysed.kind !== 'done' || ran.kind !== 'done') throw new Error(`${analysed.kind}, ${ran.kind}`);
  const namer = createNamer({
    contracts: scenario.contracts.map((instance) => {
      const layout = artifactOf(instance)?.storageLayout;
      return { address: instance.address, name: instance.name, ...(layout ? { layout } : {}) };
    }),
    accounts: new Map([
      ...scenario.accounts.map(({ address, name }) => [address, name ?? ''] as const),
      [scenario.env.coinbase, 'fee recipient'],
    ]),
    preimages: ran.value.preimages,
  });
  return { scenario, report: ran.value, graph: analysed.value.graph, name: namer.location };
}

const rawEdges = ({ graph, name }: Ran) =>
  graph.edges
    .filter(({ kind }) => kind === 'RAW')
    .map(({ from, to, locations }) => ({ from, to, names: locations.map(name) }));
const abortedBy = ({ report, name }: Ran) =>
  report.events.flatMap((event) => (event.kind === 'aborted' ? [name(event.cause.location as Location)] : []));

describe('each example shows what its note says', () => {
  it.each(EXAMPLES.map(({ id }) => id))(
    '%s: all transactions succeed (but two bids), no slot is without a name',
    async (id) => {
      const { report, graph, name } = await run(id);
      for (const [tx, execution] of report.serial.executions.entries()) {
        expect(execution.kind === 'executed' && execution.receipt.success).toBe(
          id !== 'auction' || ![2, 4].includes(tx),
        );
        for (const { location } of execution.recording.reads) expect(name(location)).not.toMatch(/slot 0x|…/);
      }
      expect(report.check.equal).toBe(id !== 'lost-updates');
      if (id !== 'lost-updates') expect(report.metrics.speedup).toBeLessThanOrEqual(report.metrics.bound);
      expect(graph.transactions).toBe(report.serial.executions.length);
    },
  );

  it('mixed-defi: swaps that start too early are thrown away, for pool.reserve0', async () => {
    const optimistic = await run('mixed-defi');
    expect(optimistic.report.metrics.aborts).toBeGreaterThan(0);
    expect(abortedBy(optimistic).some((name) => name.startsWith('pool.reserve'))).toBe(true);
    const swaps = rawEdges(optimistic).filter(({ names }) => names.includes('pool.reserve0'));
    expect(swaps.map(({ from, to }) => `${from}→${to}`)).toEqual(['2→3', '3→7']);
    const guided = await run('mixed-defi', { engine: 'dag' });
    expect(optimistic.report.metrics.makespan).toBeGreaterThan(guided.report.metrics.makespan);
  });

  it('independent-payments: four lanes are exactly four times as fast', async () => {
    const { report, graph } = await run('independent-payments');
    expect(graph.figures.conflictingPairs).toBe(0);
    expect(report.metrics).toMatchObject({ speedup: 4, aborts: 0 });
  });

  it('nonce-chain: each needs the nonce that the one before it leaves', async () => {
    const ran = await run('nonce-chain');
    expect(ran.report.metrics).toMatchObject({ speedup: 1, bound: 1 });
    expect(rawEdges(ran)).toHaveLength(7);
    for (const { names } of rawEdges(ran)) expect(names).toContain('alice nonce');
  });

  it('hot-pool: one lane does all the work', async () => {
    const ran = await run('hot-pool');
    expect(ran.report.metrics).toMatchObject({ speedup: 1, bound: 1 });
    expect(ran.graph.figures.waves).toBe(10);
    for (const { names } of rawEdges(ran))
      expect(names).toEqual(expect.arrayContaining(['pool.reserve0', 'pool.reserve1']));
    expect(ran.report.metrics.utilisation.filter((share) => share > 0)).toHaveLength(1);
  });

  it('nft-drop: a chain of twelve before the fix, four times as fast after it', async () => {
    const before = await run('nft-drop-before');
    expect(before.graph.figures.longestChainTxs).toBe(12);
    for (const { names } of rawEdges(before)) expect(names).toContain('Drop.nextId');
    const after = await run('nft-drop-after');
    expect(after.graph.figures.conflictingPairs).toBe(0);
    expect(after.report.metrics.speedup).toBe(4);
  });

  it('fees: the bound is 1× when each is paid into one balance, and 4× when the sum is', async () => {
    const naive = await run('fees-naive');
    expect(naive.report.metrics.bound).toBe(1);
    expect(rawEdges(naive).every(({ names }) => names.includes('fee recipient balance'))).toBe(true);
    const delta = await run('fees-delta');
    expect(delta.report.metrics).toMatchObject({ bound: 4, speedup: 4 });
    expect(naive.report.check.postStateRoot).toBe(delta.report.check.postStateRoot);
  });

  it('counters: twelve steps with one slot, three with sixteen', async () => {
    const single = await run('counter');
    expect(single.graph.figures.waves).toBe(12);
    const sharded = await run('sharded-counter');
    expect(sharded.graph.figures.waves).toBe(3);
    const between = rawEdges(sharded).filter(({ to }) => to < 12);
    const people = sharded.scenario.accounts.map(({ name }) => name);
    expect(between.map(({ from, to }) => `${people[from]} ${people[to]}`)).toEqual(['alice erin', 'dave heidi']);
    const before = new Set(rawEdges(sharded).map(({ from }) => from));
    expect(before.size).toBe(12);
  });

  it('ballot: as long as the longest of its chains', async () => {
    const ran = await run('ballot');
    expect(ran.graph.figures.waves).toBe(7);
    expect(ran.report.metrics.makespan).toBe(ran.report.metrics.criticalPath);
    expect(
      ran.graph.criticalPath.every((tx) =>
        rawEdges(ran).every(({ to, names }) => to !== tx || names.includes('Ballot.votes[1]')),
      ),
    ).toBe(true);
  });

  it('lending: all wait for the index once, then for the sums', async () => {
    const ran = await run('lending');
    expect(ran.graph.figures.longestChainTxs).toBe(8);
    const names = new Set(rawEdges(ran).flatMap((edge) => edge.names));
    expect([...names].sort()).toEqual([
      'Lending.index',
      'Lending.lastAccrual',
      'Lending.totalDebt',
      'Lending.totalDeposits',
      'USDC.balanceOf[Lending]',
    ]);
    const index = rawEdges(ran).filter((edge) => edge.names.some((name) => /lastAccrual|index/.test(name)));
    expect(index.every(({ from }) => from === 0)).toBe(true);
    expect(index).toHaveLength(7);
  });

  it('supply-chain: four items, four lanes, four times as fast', async () => {
    const { report, graph } = await run('supply-chain');
    expect(report.metrics.speedup).toBe(4);
    expect(graph.figures.longestChainTxs).toBe(4);
  });

  it('auction: bids that fail have waited, and nobody waits for them', async () => {
    const ran = await run('auction');
    const highest = rawEdges(ran).filter(({ names }) => names.includes('Auction.highestBidder+highestBid'));
    expect(highest.map(({ from, to }) => `${from}→${to}`)).toEqual(['0→1', '1→2', '1→3', '3→4', '3→5']);
    expect(ran.graph.criticalPath).toEqual([0, 1, 3, 5]);
  });

  it('patient-records: a chain per patient, and one ward where two meet', async () => {
    const ran = await run('patient-records');
    expect(rawEdges(ran).map(({ from, to, names }) => `${from}→${to} ${names.join(', ')}`)).toEqual([
      '0→4 Records.mayWrite[alice][heidi]',
      '1→5 Records.mayWrite[bob][ivan]',
      '2→6 Records.mayWrite[carol][judy]',
      '3→7 Records.mayWrite[dave][kim]',
      '0→8 alice nonce, alice balance',
      '3→9 dave nonce, dave balance',
      '8→9 Records.admissions["surgery"]',
    ]);
  });

  it('grid-game: the corners are free, the fight is a chain', async () => {
    const ran = await run('grid-game');
    const fight = rawEdges(ran).filter(({ names }) => names.includes('Grid.cells[7][7]'));
    expect(fight.map(({ from, to }) => `${from}→${to}`)).toEqual(['0→3', '3→4', '4→5']);
    expect(rawEdges(ran).some(({ from, to }) => [1, 2].includes(from) || [1, 2].includes(to))).toBe(false);
  });

  it('your-lanes: all swaps on one lane and the mints on the others are faster', async () => {
    const drawn = await run('your-lanes');
    const swapsTogether = { pins: { t1: 0, t2: 0, t3: 0, t4: 0 }, laneOrder: [['t1', 't2', 't3', 't4']] };
    const better = await run('your-lanes', {}, swapsTogether);
    expect(drawn.report.metrics.makespan).toBeGreaterThan(1.2 * better.report.metrics.makespan);
    expect(drawn.report.events.some((event) => event.kind === 'waiting' && event.cause.kind === 'dependency')).toBe(
      true,
    );
  });

  it('longest-first: block order is faster by a quarter and more', async () => {
    const longest = await run('longest-first');
    const order = await run('longest-first', { options: { dagPolicy: 'block-order' } });
    expect(longest.report.metrics.makespan).toBeGreaterThan(1.25 * order.report.metrics.makespan);
  });

  it('optimism-loses: slower than the DAG, and not for want of lanes', async () => {
    const optimistic = await run('optimism-loses');
    const guided = await run('optimism-loses', { engine: 'dag' });
    expect(optimistic.report.metrics.makespan).toBeGreaterThan(1.25 * guided.report.metrics.makespan);
    expect(guided.report.metrics.aborts).toBe(0);
  });

  it('lost-updates: payments to alice are missing, and the check says which', async () => {
    const { report, name } = await run('lost-updates');
    const state = report.check.differences.flatMap((difference) => (difference.kind === 'state' ? [difference] : []));
    expect(state.map(({ location }) => name(location))).toEqual(['USDC.balanceOf[alice]']);
    const [difference] = state;
    expect(difference?.serial).toBe(1800n);
    expect(difference?.lost.length).toBe(Number((1800n - BigInt(difference?.run ?? 0)) / 100n));
    expect(difference?.lost.length).toBeGreaterThan(0);
  });
});
