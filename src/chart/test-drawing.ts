import type { ChartTokens, DrawContext, MeasureText } from './chart-tokens.ts';

/** For tests: colours that say what they are. */
export const TEST_TOKENS: ChartTokens = {
  bg: 'bg',
  panel: 'panel',
  lane: 'lane',
  line: 'line',
  text: 'text',
  dim: 'dim',
  dimmer: 'dimmer',
  accent: 'accent',
  good: 'good',
  bad: 'bad',
  badBg: 'badBg',
  critical: 'critical',
  contract: ['slate', 'sky', 'orange', 'pink', 'green', 'blue', 'vermilion', 'grey'],
  onContract: Array.from({ length: 8 }, (_, i) => `on-${i}`),
  contractOutline: 'transparent',
  fontWords: 'Words',
  fontMono: 'Mono',
  rem: 16,
};

export const TEST_HATCHES = TEST_TOKENS.contract.map((color) => `hatched ${color}`);

/** Every character 6 pixels wide. */
export const sixPxPerLetter: MeasureText = (text) => text.length * 6;

const DRAWING = ['fillRect', 'strokeRect', 'clearRect', 'fill', 'stroke', 'fillText'];

/**
 * A canvas that only writes down what is drawn on it: one line for each drawing call, with the shape of the path and the style in
 * force. `fill orange roundRect(10 20 30 40)`, `fillText "3" 12 30 on-2`.
 */
export function createRecordingContext(): { readonly context: DrawContext; readonly calls: string[] } {
  const calls: string[] = [];
  let path: string[] = [];
  const style: Record<string, unknown> = { globalAlpha: 1, fillStyle: '', strokeStyle: '', font: '' };
  const saved: Record<string, unknown>[] = [];
  const round = (value: unknown) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value);
  const handler: ProxyHandler<object> = {
    get(_, name: string) {
      if (name in style) return style[name];
      return (...args: unknown[]) => {
        const numbers = args.map(round).join(' ');
        if (name === 'save') saved.push({ ...style });
        else if (name === 'restore') Object.assign(style, saved.pop());
        else if (name === 'beginPath') path = [];
        else if (name === 'clip') calls.push(`clip ${path.join(' ')}`);
        else if (!DRAWING.includes(name)) path.push(`${name}(${numbers})`);
        else calls.push(line(name, args, numbers));
      };
    },
    set(_, name: string, value: unknown) {
      style[name] = value;
      return true;
    },
  };
  function line(name: string, args: readonly unknown[], numbers: string): string {
    const color = name.startsWith('stroke') ? style.strokeStyle : style.fillStyle;
    const faint = style.globalAlpha === 1 ? '' : ` alpha ${round(style.globalAlpha)}`;
    if (name === 'fillText') return `fillText "${args[0]}" ${args.slice(1).map(round).join(' ')} ${color}${faint}`;
    if (name === 'fill' || name === 'stroke') return `${name} ${color} ${path.join(' ')}${faint}`;
    return name === 'clearRect' ? `clearRect ${numbers}` : `${name} ${color} ${numbers}${faint}`;
  }
  // A proxy answers for every method of the context, which no plain object could without listing them all again.
  return { context: new Proxy({}, handler) as DrawContext, calls };
}
