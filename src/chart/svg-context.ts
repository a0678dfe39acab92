import type { DrawContext, MeasureText } from './chart-tokens.ts';

/** A 2D context that writes down what is drawn on it as SVG, so that a picture in a file is the one on the screen. */
export interface SvgContext extends DrawContext {
  /** The drawing so far. `definitions`: SVG that fills like `url(#id)` refer to. */
  toSvg(picture: {
    readonly width: number;
    readonly height: number;
    readonly paper: string;
    readonly definitions?: string;
  }): string;
}

interface State {
  fillStyle: DrawContext['fillStyle'];
  strokeStyle: DrawContext['strokeStyle'];
  lineWidth: number;
  lineCap: DrawContext['lineCap'];
  lineJoin: DrawContext['lineJoin'];
  font: string;
  textAlign: DrawContext['textAlign'];
  textBaseline: DrawContext['textBaseline'];
  globalAlpha: number;
  dash: readonly number[];
  /** Pixel = zoom × coordinate + offset; nothing here is ever turned. */
  zoom: number;
  x: number;
  y: number;
  /** Number of the clip path in force; 0: none. */
  clip: number;
}

const START: State = {
  fillStyle: '#000',
  strokeStyle: '#000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  globalAlpha: 1,
  dash: [],
  zoom: 1,
  x: 0,
  y: 0,
  clip: 0,
};

const ANCHOR: Readonly<Record<string, string>> = { center: 'middle', right: 'end', end: 'end' };

/** `measure`: texts then keep their widths, also where the page's fonts are missing. */
export function createSvgContext(measure?: MeasureText): SvgContext {
  let state: State = { ...START };
  const saved: State[] = [];
  const clips: string[] = [];
  const elements: { readonly clip: number; readonly text: string }[] = [];
  let path: string[] = [];

  const px = (x: number): string => short(x * state.zoom + state.x);
  const py = (y: number): string => short(y * state.zoom + state.y);
  const long = (length: number): string => short(length * state.zoom);
  const add = (text: string): void => void elements.push({ clip: state.clip, text });
  const opacity = (of: 'fill' | 'stroke'): string =>
    state.globalAlpha < 1 ? ` ${of}-opacity="${short(state.globalAlpha)}"` : '';
  const stroke = (): string => {
    const { strokeStyle, lineWidth, dash, lineCap, lineJoin } = state;
    const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.map(long).join(' ')}"` : '';
    const ends = lineCap === 'butt' ? '' : ` stroke-linecap="${lineCap}"`;
    const corners = lineJoin === 'miter' ? '' : ` stroke-linejoin="${lineJoin}"`;
    return `fill="none" stroke="${paint(strokeStyle)}" stroke-width="${long(lineWidth)}"${dashes}${ends}${corners}${opacity('stroke')}`;
  };
  const box = (x: number, y: number, width: number, height: number): string =>
    `x="${px(x)}" y="${py(y)}" width="${long(width)}" height="${long(height)}"`;
  /** `radii`: of the upper left corner, and on clockwise. */
  const roundRect = (x: number, y: number, width: number, height: number, radii: readonly number[]): void => {
    const most = Math.min(width, height) / 2;
    const [a = 0, b = 0, c = 0, d = 0] = radii.map((radius) => Math.max(0, Math.min(radius, most)));
    const [right, bottom] = [x + width, y + height];
    const corner = (r: number, toX: number, toY: number) =>
      r > 0 ? `A${long(r)} ${long(r)} 0 0 1 ${px(toX)} ${py(toY)}` : '';
    path.push(
      `M${px(x + a)} ${py(y)}H${px(right - b)}${corner(b, right, y + b)}V${py(bottom - c)}${corner(c, right - c, bottom)}`,
      `H${px(x + d)}${corner(d, x, bottom - d)}V${py(y + a)}${corner(a, x + a, y)}Z`,
    );
  };

  const methods = {
    save: () => void saved.push({ ...state }),
    restore() {
      state = saved.pop() ?? state;
    },
    beginPath() {
      path = [];
    },
    closePath: () => void path.push('Z'),
    moveTo: (x: number, y: number) => void path.push(`M${px(x)} ${py(y)}`),
    lineTo: (x: number, y: number) => void path.push(`L${px(x)} ${py(y)}`),
    bezierCurveTo: (ax: number, ay: number, bx: number, by: number, x: number, y: number) =>
      void path.push(`C${px(ax)} ${py(ay)} ${px(bx)} ${py(by)} ${px(x)} ${py(y)}`),
    rect: (x: number, y: number, width: number, height: number) => roundRect(x, y, width, height, []),
    roundRect: (
      x: number,
      y: number,
      width: number,
      height: number,
      radii?: number | DOMPointInit | Iterable<number | DOMPointInit>,
    ) => roundRect(x, y, width, height, fourRadii(radii)),
    arc(x: number, y: number, radius: number, from: number, to: number) {
      const at = (angle: number) => `${px(x + radius * Math.cos(angle))} ${py(y + radius * Math.sin(angle))}`;
      // An arc of a whole turn has no direction: in two halves it has.
      const half = (from + to) / 2;
      const large = to - from > 2 * Math.PI ? 1 : 0;
      const r = `${long(radius)} ${long(radius)} 0 ${large} 1`;
      path.push(`M${at(from)}A${r} ${at(half)}A${r} ${at(to)}`);
    },
    clip() {
      const within = state.clip > 0 ? ` clip-path="url(#c${state.clip})"` : '';
      clips.push(`<clipPath id="c${clips.length + 1}"${within}><path d="${path.join('')}"/></clipPath>`);
      state.clip = clips.length;
    },
    fill() {
      if (isSeen(state.fillStyle))
        add(`<path d="${path.join('')}" fill="${paint(state.fillStyle)}"${opacity('fill')}/>`);
    },
    stroke() {
      if (isSeen(state.strokeStyle)) add(`<path d="${path.join('')}" ${stroke()}/>`);
    },
    fillRect(x: number, y: number, width: number, height: number) {
      if (width > 0 && height > 0)
        add(`<rect ${box(x, y, width, height)} fill="${paint(state.fillStyle)}"${opacity('fill')}/>`);
    },
    // The picture begins empty, and is drawn once.
    clearRect() {},
    strokeRect: (x: number, y: number, width: number, height: number) =>
      add(`<rect ${box(x, y, width, height)} ${stroke()}/>`),
    fillText(text: string, x: number, y: number) {
      const { weight, size, family } = parseFont(state.font);
      // Not by dominant-baseline, which many programs don't know.
      const down = state.textBaseline === 'middle' ? size * 0.36 : state.textBaseline === 'top' ? size * 0.8 : 0;
      const anchor = ANCHOR[state.textAlign];
      const width = measure?.(text, state.font) ?? 0;
      const fixed = width > 0 ? ` textLength="${long(width)}" lengthAdjust="spacingAndGlyphs"` : '';
      add(
        `<text x="${px(x)}" y="${py(y + down)}" font-family="${escapeXml(family)}" font-size="${long(size)}"` +
          `${weight === '' ? '' : ` font-weight="${weight}"`}${anchor === undefined ? '' : ` text-anchor="${anchor}"`}${fixed}` +
          ` fill="${paint(state.fillStyle)}"${opacity('fill')}>${escapeXml(text)}</text>`,
      );
    },
    setLineDash(dash: Iterable<number>) {
      state.dash = [...dash];
    },
    setTransform(zoom?: number | DOMMatrix2DInit, _b?: number, _c?: number, _d?: number, x?: number, y?: number) {
      state = { ...state, zoom: typeof zoom === 'number' ? zoom : 1, x: x ?? 0, y: y ?? 0 };
    },
    translate(x: number, y: number) {
      state = { ...state, x: state.x + x * state.zoom, y: state.y + y * state.zoom };
    },
    scale(factor: number) {
      state = { ...state, zoom: state.zoom * factor };
    },
    toSvg({ width, height, paper, definitions = '' }: Parameters<SvgContext['toSvg']>[0]): string {
      const parts: string[] = [];
      let clip = 0;
      for (const element of elements) {
        if (element.clip !== clip) {
          if (clip > 0) parts.push('</g>');
          clip = element.clip;
          if (clip > 0) parts.push(`<g clip-path="url(#c${clip})">`);
        }
        parts.push(element.text);
      }
      if (clip > 0) parts.push('</g>');
      return (
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
        `<defs>${clips.join('')}${definitions}</defs>` +
        `<rect width="100%" height="100%" fill="${escapeXml(paper)}"/>${parts.join('\n')}</svg>\n`
      );
    },
  };

  /** Styles are fields of a context: here, of its state. */
  const style: PropertyDescriptorMap = {};
  for (const name of [
    'fillStyle',
    'strokeStyle',
    'lineWidth',
    'lineCap',
    'lineJoin',
    'font',
    'textAlign',
    'textBaseline',
    'globalAlpha',
  ] as const) {
    style[name] = {
      get: () => state[name],
      set: (value: never) => {
        state[name] = value;
      },
    };
  }
  return Object.defineProperties(methods, style) as typeof methods & State;
}

/** One for all corners, or a list of them; other forms aren't drawn with here. */
function fourRadii(radii: number | DOMPointInit | Iterable<number | DOMPointInit> = 0): readonly number[] {
  if (typeof radii === 'number') return [radii, radii, radii, radii];
  const list = Symbol.iterator in radii ? [...radii].map((radius) => (typeof radius === 'number' ? radius : 0)) : [];
  const [a = 0, b = a, c = a, d = b] = list;
  return [a, b, c, d];
}

/** Two decimals are finer than any screen. */
const short = (value: number): string => String(Math.round(value * 100) / 100);

const isSeen = (style: DrawContext['fillStyle']): boolean => style !== 'transparent';

const paint = (style: DrawContext['fillStyle']): string => (typeof style === 'string' ? escapeXml(style) : 'none');

/** `700 11px "Inter Variable", sans-serif`, as far as the charts use it. */
function parseFont(font: string): { readonly weight: string; readonly size: number; readonly family: string } {
  const [, weight = '', size = '10', family = 'sans-serif'] = /^(?:(\S+) )?([\d.]+)px (.*)$/.exec(font) ?? [];
  return { weight, size: Number(size), family };
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
