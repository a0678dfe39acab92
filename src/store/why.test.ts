import { describe, expect, test } from 'vitest';
import { formatTime } from '../chart/format-time.ts';
import { createLocalRunner } from '../drivers/local-runner.ts';
import { type TxIndex, txIndex } from '../model/ids.ts';
import type { RunReport } from '../model/run.ts';
import type { Scenario } from '../model/scenario.ts';
import type { RunSettings } from '../model/settings.ts';
import { buildBlock } from '../workloads/build-block.ts';
import { EXAMPLES } from '../workloads/examples/index.ts';
import { locationUses } from './location-users.ts';
import { phrase, phraseText, theTx } from '../texts/phrase.ts';
import { presentationOf } from './presentation.ts';
import { txStory } from './tx-story.ts';
import { whySentences } from './why.ts';

/** The first example as it is executed under other settings, and what the inspector would say of a transaction. */
async function runFirstExample(changes: Partial<RunSettings>) {
  const example = EXAMPLES[0].scenario();
  const scenario: Scenario = { ...example, settings: { ...example.settings, ...changes } };
  const { block, pins, drawn } = buildBlock(scenario);
  if (!block) throw new Error('the first example has problems');
  const runner = createLocalRunner();
  const analysed = await runner.analyse(block, scenario.settings).outcome;
  const ran = await runner.run({ block, settings: scenario.settings, pins, drawn }).outcome;
  if (ran.kind !== 'done' || analysed.kind !== 'done') throw new Error('the first example did not run');
  const names = presentationOf(scenario, block, analysed.value);
  const why = (tx: number): string => {
    const { wrong, waited } = whySentences(story(ran.value, tx), ran.value.check.differences, (at) =>
      formatTime(at, 'gas'),
    );
    return [...wrong, ...waited].map((sentence) => phraseText(sentence, names)).join(' ');
  };
  return { scenario, report: ran.value, analysis: analysed.value, names, why };
}

const story = (report: RunReport, tx: number) => txStory(report.events, txIndex(tx));
const aborts = ({ events }: RunReport) => events.filter(({ kind }) => kind === 'aborted');

describe('Block-STM', () => {
  test('tells what was read too early, who wrote it, and when that was found', async () => {
    const { why, report } = await runFirstExample({ engine: 'block-stm' });
    const first = aborts(report)[0];
    expect(first?.kind).toBe('aborted');
    expect(why(3)).toMatch(
      /^Started over once\. It read pool\.reserve\d = [\d,]+ at [\d.]+k, before 2 wrote [\d,]+ at [\d.]+k\. Validation at [\d.]+k found the change; run 1 began at [\d.]+k\.$/,
    );
    expect(why(0)).toBe('');
  });

  test('incarnations, aborts and commits agree with the log', async () => {
    const { scenario, report } = await runFirstExample({ engine: 'block-stm' });
    const stories = scenario.transactions.map((_, i) => story(report, i));
    const starts = report.events.filter((e) => e.kind === 'started' && e.task === 'execute').length;
    expect(stories.flatMap(({ incarnations }) => incarnations).length).toBe(starts);
    expect(stories.flatMap(({ incarnations }) => incarnations.filter(({ abort }) => abort)).length).toBe(
      aborts(report).length,
    );
    for (const { incarnations, tx } of stories) {
      const last = incarnations.at(-1);
      expect(last, `transaction ${tx}`).toMatchObject({ committed: true, abort: null, blocked: null });
      const receipt = report.result.executions[tx];
      expect(receipt?.kind).toBe('executed');
    }
  });

  test('the reads of the last incarnation come from the last version below it, or the prestate', async () => {
    const { scenario, report } = await runFirstExample({ engine: 'block-stm' });
    scenario.transactions.forEach((_, i) => {
      for (const { location, origin, value } of story(report, i).incarnations.at(-1)?.reads ?? []) {
        if (origin.kind !== 'version') continue;
        const writer = report.result.executions[origin.version.tx];
        expect(writer?.recording.writes.find((w) => w.location === location)?.value).toBe(value);
      }
    });
  });
});

test('with the dependencies known, a transaction that had to wait says for whom and why', async () => {
  const { why, report } = await runFirstExample({ engine: 'dag' });
  expect(aborts(report)).toEqual([]);
  const waiting = report.events.flatMap((e) =>
    e.kind === 'waiting' && e.cause.kind === 'dependency' ? [e.cause.tx] : [],
  );
  expect(waiting.length).toBeGreaterThan(0);
  const said = waiting.map(why).filter((text) => text !== '');
  expect(said.length).toBeGreaterThan(0);
  for (const text of said)
    expect(text).toMatch(/^Lane \d stood still from .* it had to wait for \d+, which writes \S+\./);
});

test('without protection, a lost write is told with both values', async () => {
  const { why, report } = await runFirstExample({ engine: 'race' });
  expect(report.check.equal).toBe(false);
  const lost = report.check.differences.flatMap((d) => (d.kind === 'state' ? d.lost : []));
  expect(lost.length).toBeGreaterThan(0);
  expect(why(lost[0] as TxIndex)).toMatch(
    /^Its write of \S+ was lost: \d+ wrote over it without having seen it\. The result is /,
  );
});

test('who touches a location, in block order, as in serial execution', async () => {
  const { analysis, names } = await runFirstExample({});
  const [hottest] = analysis.graph.figures.hottest;
  if (!hottest) throw new Error('the first example has no conflicts');
  const uses = locationUses(analysis, hottest.location);
  expect(names.locationName(hottest.location)).toMatch(/^pool\.reserve/);
  expect(uses.map(({ tx }) => tx)).toEqual([2, 3, 7]);
  let before = uses[0]?.writes?.before;
  for (const { writes, reads } of uses) {
    expect(reads).toBe(true);
    expect(writes?.before).toBe(before);
    before = writes?.value;
  }
});

test('a phrase keeps its things apart from its words', () => {
  expect(phrase`${theTx(txIndex(3))} waits for ${theTx(txIndex(2))}${phrase`, twice`}.`).toEqual([
    { kind: 'tx', tx: 3 },
    { kind: 'text', text: ' waits for ' },
    { kind: 'tx', tx: 2 },
    { kind: 'text', text: ', twice' },
    { kind: 'text', text: '.' },
  ]);
});
