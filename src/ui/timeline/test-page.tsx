import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { createLocalRunner } from '../../drivers/local-runner.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { App } from '../../store/app.ts';
import { createBrowserClock } from '../../store/clock.ts';
import { createApp } from '../../store/create-app.ts';
import { createMemoryTextStorage } from '../../store/tab-storage.ts';
import { buildBlock } from '../../workloads/build-block.ts';
import { AppProvider } from '../common/app-context.tsx';
import '../theme/tokens.css';
import '../theme/base.css';

export interface ChartPage {
  readonly app: App;
  readonly close: () => void;
}

/** One chart with a real app behind it, once the scenario has been run; for tests in a browser. */
export async function openChart(chart: ReactNode, scenario: Scenario): Promise<ChartPage> {
  const app = createApp({
    runner: createLocalRunner(),
    build: buildBlock,
    clock: createBrowserClock(),
    initial: { key: 'test', scenario },
    documents: null,
    tab: createMemoryTextStorage(),
    readFile: () => Promise.reject(new Error('this test opens no files')),
    codec: { toText: async () => '', fromText: async () => scenario },
    offerFile: () => {},
    examples: () => Promise.resolve([]),
    newKey: () => 'other',
    today: () => 0,
    theme: 'dark',
    onTheme: () => {},
  });
  document.documentElement.lang = 'en';
  const host = document.createElement('main');
  host.style.cssText = 'width: 800px; height: 380px';
  document.body.append(host);
  const root = createRoot(host);
  root.render(<AppProvider app={app}>{chart}</AppProvider>);
  while (app.run.getState().status !== 'done') await new Promise((resolve) => setTimeout(resolve, 20));
  await nextFrames();
  return {
    app,
    close() {
      root.unmount();
      host.remove();
      app.dispose();
    },
  };
}

/** Until what was asked for has been drawn. */
export async function nextFrames(): Promise<void> {
  for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Colours on a canvas and how many pixels have each, as `#rrggbb`. */
export function colorsOf(canvas: HTMLCanvasElement): ReadonlyMap<string, number> {
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i < pixels.length; i += 4) {
    const [r = 0, g = 0, b = 0] = pixels.slice(i, i + 3);
    const color = `#${((r << 16) | (g << 8) | b).toString(16).padStart(6, '0')}`;
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  return counts;
}

/** A press, moves and a release at places within an element, from its upper left corner. */
export function dragOver(element: Element, ...points: readonly (readonly [x: number, y: number])[]): void {
  const box = element.getBoundingClientRect();
  const fire = (type: string, [x, y]: readonly [number, number]) =>
    element.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        clientX: box.x + x,
        clientY: box.y + y,
        pointerId: 1,
        isPrimary: true,
        button: 0,
      }),
    );
  // A made-up pointer can't be captured.
  (element as HTMLElement).setPointerCapture = () => {};
  const [first, ...rest] = points;
  if (!first) return;
  fire('pointerdown', first);
  for (const point of rest) fire('pointermove', point);
  fire('pointerup', rest.at(-1) ?? first);
}
