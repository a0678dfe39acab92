import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import { generateGraph } from '../../src/chart/dag/test-graphs.ts';
import { generateLog } from '../../src/chart/test-log.ts';
import type { RunEvent } from '../../src/model/events.ts';
import type { Address } from '../../src/model/ids.ts';
import type { Location } from '../../src/model/location.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { initialView } from '../../src/store/initial-view.ts';
import type { App, DocumentState, RunState, ViewState } from '../../src/store/app.ts';
import { createBrowserClock } from '../../src/store/clock.ts';
import { createNewScenario } from '../../src/store/new-scenario.ts';
import { createPlayback } from '../../src/store/playback.ts';
import { AppProvider } from '../../src/ui/common/app-context.tsx';
import { ConflictDag } from '../../src/ui/dag/ConflictDag.tsx';
import { Timeline } from '../../src/ui/timeline/Timeline.tsx';
import '../../src/ui/theme/fonts.css';
import '../../src/ui/theme/tokens.css';
import '../../src/ui/theme/base.css';

/** What the page offers to the benchmark that drives it. Times in milliseconds. */
export interface FramesBench {
  /** Spans drawn. */
  show(transactions: number, lanes: number): number;
  /** Time from frame to frame while the run plays back. */
  playback(duration: number): Promise<number[]>;
  /** The same while the timeline is zoomed in and out and moved by wheel events. */
  gestures(duration: number): Promise<number[]>;
}

const LANEWISE = document.getElementById('root');
if (!LANEWISE) throw new Error('index.html has no element with the id root');
const root = createRoot(LANEWISE);

const CONTRACTS = ['USDC', 'pool', 'Drop', 'Ballot', 'Counter', 'Auction', 'Lending'];
const address = (i: number) => `0x${(i + 1).toString(16).padStart(40, '0')}` as Address;

function scenarioOf(transactions: number, lanes: number): Scenario {
  const base = createNewScenario();
  return {
    ...base,
    settings: { ...base.settings, lanes },
    contracts: CONTRACTS.map((name, i) => ({
      name,
      address: address(i),
      balance: 0n,
      contract: { library: 'none' },
      storage: {},
    })),
    transactions: Array.from({ length: transactions }, (_, i) => ({
      id: `t${i}`,
      kind: 'call',
      from: 'alice',
      contract: CONTRACTS[(i * 5) % 7] ?? 'USDC',
      function: 'transfer',
      args: [],
      value: 0n,
    })),
  };
}

/** Both charts over stores filled with a generated log and graph: what they draw is of the right size, though nothing ran. */
function createCharts(transactions: number, lanes: number) {
  const scenario = scenarioOf(transactions, lanes);
  const block = {
    hardfork: scenario.hardfork,
    chainId: 1n,
    env: scenario.env,
    prestate: {},
    transactions: [],
  };
  const location = `s:${address(1)}:0x8` as Location;
  const named = (event: RunEvent): RunEvent =>
    'cause' in event && event.cause && 'location' in event.cause
      ? ({ ...event, cause: { ...event.cause, location } } as RunEvent)
      : event;
  const events = generateLog({ transactions, lanes, seed: 1 }).map(named);
  const drawn = generateGraph(transactions, Math.ceil(transactions / 5), 1);
  const graph = { ...drawn, edges: drawn.edges.map((edge) => ({ ...edge, locations: [location] })) };
  const serial = {
    executions: [],
    postState: new Map(),
    gasUsed: 0n,
    receiptsRoot: '0x',
    logsBloom: '0x',
  } as const;
  const subject = { scenario, block };
  const run = createStore<RunState>(() => ({
    status: 'done',
    stale: false,
    progress: null,
    analysis: { serial, graph, preimages: new Map(), serialMs: 1 },
    report: null,
    events,
    message: null,
    refusal: null,
    analysed: subject,
    subject,
  }));
  const view = createStore<ViewState>(() => initialView('dark'));
  const doc = createStore<Partial<DocumentState>>(() => ({ scenario, block, problems: [] }));
  const playback = createPlayback(run, view, createBrowserClock());
  const app: Partial<App> = {
    run,
    view,
    // The charts read the scenario and the block of a document, nothing else.
    document: doc as App['document'],
    hover: () => {},
    select: () => {},
    seek: playback.seek,
  };
  return { app: app as App, playback, spans: events.filter((event) => event.kind === 'started').length };
}

let playback: ReturnType<typeof createPlayback> | null = null;

async function intervals(duration: number, onFrame: (elapsed: number) => void): Promise<number[]> {
  const times: number[] = [];
  const start = performance.now();
  let last = start;
  return new Promise((resolve) => {
    const frame = () => {
      const now = performance.now();
      times.push(now - last);
      last = now;
      if (now - start > duration) {
        // The first ones still warm up.
        resolve(times.slice(10));
        return;
      }
      onFrame(now - start);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

const bench: FramesBench = {
  show(transactions, lanes) {
    const charts = createCharts(transactions, lanes);
    playback = charts.playback;
    root.render(
      <AppProvider key={transactions} app={charts.app}>
        <div style={{ display: 'grid', gridTemplateRows: '1fr 1fr', height: '100vh', width: '50rem' }}>
          <div style={{ minHeight: 0 }}>
            <Timeline />
          </div>
          <div style={{ minHeight: 0 }}>
            <ConflictDag />
          </div>
        </div>
      </AppProvider>,
    );
    return charts.spans;
  },
  playback(duration) {
    playback?.play();
    return intervals(duration, () => {});
  },
  gestures(duration) {
    const canvas = document.querySelector('canvas');
    return intervals(duration, (elapsed) => {
      const phase = elapsed % 2000;
      const deltaY = phase < 1000 ? -20 : 20;
      const wheel = { clientX: 300, clientY: 150, deltaY, bubbles: true, cancelable: true };
      canvas?.dispatchEvent(new WheelEvent('wheel', { ...wheel, ctrlKey: true }));
    });
  },
};

Object.assign(window, { bench });
