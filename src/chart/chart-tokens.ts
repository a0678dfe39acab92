/** The design tokens that the canvases draw with: CSS colours and font families, read from the page's custom properties. */
export interface ChartTokens {
  readonly bg: string;
  readonly panel: string;
  readonly lane: string;
  readonly line: string;
  readonly text: string;
  readonly dim: string;
  readonly dimmer: string;
  /** Focus and selection. */
  readonly accent: string;
  /** Proven. */
  readonly good: string;
  /** Aborted or wrong. */
  readonly bad: string;
  /** Behind a sentence about something aborted. */
  readonly badBg: string;
  /** Critical path and bound. */
  readonly critical: string;
  /** Fill by contract, and the colour of text on it. */
  readonly contract: readonly string[];
  readonly onContract: readonly string[];
  /** Edge that a fill needs to be seen on white; transparent in the dark theme. */
  readonly contractOutline: string;
  readonly fontWords: string;
  readonly fontMono: string;
  /** CSS pixels of 1 rem: text on the canvas follows the user's text size. */
  readonly rem: number;
}

/** The page's small text size, for names, captions and axes. */
export const smallText = (tokens: ChartTokens): number => 0.6875 * tokens.rem;
/** `font` values for the canvas. */
export const smallWords = (tokens: ChartTokens): string => `${smallText(tokens)}px ${tokens.fontWords}`;
export const smallMono = (tokens: ChartTokens): string => `${smallText(tokens)}px ${tokens.fontMono}`;

/** What the drawing functions use of a 2D canvas, so that a test can record the calls. */
export type DrawContext = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'globalAlpha'
  | 'save'
  | 'restore'
  | 'beginPath'
  | 'closePath'
  | 'moveTo'
  | 'lineTo'
  | 'bezierCurveTo'
  | 'rect'
  | 'roundRect'
  | 'arc'
  | 'clip'
  | 'fill'
  | 'stroke'
  | 'fillRect'
  | 'clearRect'
  | 'strokeRect'
  | 'fillText'
  | 'setLineDash'
  | 'setTransform'
  | 'translate'
  | 'scale'
>;

/** Fill of an aborted incarnation, by contract colour: diagonal stripes. */
export type Hatches = readonly (CanvasPattern | string)[];

/** Width of `text` in `font`, pixels. Expected to remember what it measured. */
export type MeasureText = (text: string, font: string) => number;
