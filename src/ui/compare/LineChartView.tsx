import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { comparing as texts } from '#texts/comparing.ts';
import {
  type ChartPoint,
  type ChartSeries,
  type LineChart,
  layoutLineChart,
  MARK_GAP,
  NAME_PITCH,
  NAMES_FROM,
  namesFont,
  type PlacedName,
} from '../../chart/compare/line-chart.ts';
import { othersAt } from '../../chart/compare/same-place.ts';
import { MARKS, type SeriesLook, toPath } from '../../chart/compare/series-look.ts';
import { readTokens } from '../theme/canvas-tokens.ts';
import { createMeasureText } from '../timeline/measure-text.ts';
import styles from './LineChart.module.css';

interface LineChartProps {
  readonly chart: LineChart;
  readonly label: string;
  /** Colour and mark of a series, which stay its own. */
  readonly lookOf: (series: ChartSeries) => SeriesLook;
  /** What the point says. */
  readonly describe: (series: ChartSeries, point: ChartPoint) => string;
  readonly onOpen?: (series: ChartSeries, point: ChartPoint) => void;
}

const HEIGHT = 440;
const MARK_PATHS = MARKS.map((outline) => toPath(outline, true));

/**
 * Series as lines with a mark at each point. One point can be reached by Tab, the others from it with the arrow keys: left and
 * right along a line, up and down to the next line. Colour is never alone: no two marks are alike, and lines bear their names.
 * Lines that cover each other: pointing at a name shows its line alone, and a mark tells who else is there.
 */
export function LineChartView({ chart, label, lookOf, describe, onOpen }: LineChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const sizes = new ResizeObserver(() => setWidth(element.clientWidth));
    sizes.observe(element);
    return () => sizes.disconnect();
  }, []);
  const widthOf = useWidthOf();
  const layout = useMemo(
    () => (width > 0 ? layoutLineChart(chart, width, HEIGHT, widthOf) : null),
    [chart, width, widthOf],
  );
  const [[line, place], setFocused] = useState<readonly [number, number]>([0, 0]);
  const [told, setTold] = useState<string | null>(null);
  const marks = useRef(new Map<string, SVGGElement>());

  const focus = (nextLine: number, nextPlace: number): void => {
    const points = chart.series[nextLine]?.points;
    if (!points || points.length === 0) return;
    const at = Math.min(Math.max(0, nextPlace), points.length - 1);
    setFocused([nextLine, at]);
    marks.current.get(`${nextLine} ${at}`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, i: number, k: number): void => {
    const lines = chart.series.flatMap(({ points }, index) => (points.length > 0 ? [index] : []));
    const here = lines.indexOf(i);
    if (event.key === 'ArrowRight') focus(i, k + 1);
    else if (event.key === 'ArrowLeft') focus(i, k - 1);
    else if (event.key === 'ArrowDown') focus(lines[here + 1] ?? i, k);
    else if (event.key === 'ArrowUp') focus(lines[here - 1] ?? i, k);
    else if (event.key === 'Enter' || event.key === ' ') open(i, k);
    else return;
    event.preventDefault();
  };
  const open = (i: number, k: number): void => {
    const series = chart.series[i];
    const point = series?.points[k];
    if (series && point) onOpen?.(series, point);
  };
  const tell = (i: number, k: number, text: string): void => {
    const others = layout ? othersAt(layout, i, k) : [];
    setTold(others.length > 0 ? texts.alsoHere(text, others.join(' · ')) : text);
  };
  const firstLine = chart.series.findIndex(({ points }) => points.length > 0);
  const stop = chart.series[line]?.points[place] ? ([line, place] as const) : ([firstLine, 0] as const);

  return (
    <div ref={frame} className={styles.frame}>
      {layout && (
        // biome-ignore lint/a11y/useSemanticElements: there are no fieldsets in SVG
        <svg width={width} height={HEIGHT} role="group" aria-label={label} className={styles.svg}>
          <g className={styles.grid}>
            {layout.yTicks.map(({ at, label: text }) => (
              <g key={text}>
                <line x1={layout.plot.left} x2={layout.plot.right} y1={at} y2={at} />
                <text x={layout.plot.left - 8} y={at} className={styles.yTick}>
                  {text}
                </text>
              </g>
            ))}
            {layout.xTicks.map(({ at, label: text }) => (
              <text key={text} x={at} y={layout.plot.bottom + 18} className={styles.xTick}>
                {text}
              </text>
            ))}
            <text x={layout.plot.right} y={layout.plot.bottom + 36} className={styles.axisName}>
              {chart.x.label}
            </text>
            <text x={8} y={12} className={styles.yName}>
              {chart.y.label}
            </text>
          </g>
          {layout.marks.map((mark) => (
            <g key={mark.label} className={styles.mark}>
              <line x1={mark.x} x2={mark.x} y1={layout.plot.top - 4} y2={layout.plot.bottom} />
              <text
                x={mark.x + (mark.before ? -MARK_GAP : MARK_GAP)}
                y={layout.plot.top}
                textAnchor={mark.before ? 'end' : 'start'}
              >
                {mark.label}
              </text>
            </g>
          ))}
          {layout.guides.map(({ guide, places, name }) => (
            <g key={guide.id} className={styles.guide} data-kind={guide.kind}>
              <path d={toPath(places)} className={styles.guideLine} />
              {name && (
                <>
                  <Leader from={layout.plot.right} y={places.at(-1)?.y} name={name} />
                  <path d={`M${layout.plot.right + 19},${name.y}h14`} className={styles.guideLine} />
                  <Name x={layout.plot.right + NAMES_FROM} name={name} />
                </>
              )}
            </g>
          ))}
          {layout.series.map(({ series, band, places, name }, i) => {
            const { color, mark, hollow } = lookOf(series);
            return (
              <g key={series.id} className={styles.series} data-color={color} data-hollow={hollow}>
                {band.length > 0 && <path d={toPath(band, true)} className={styles.band} />}
                <path d={toPath(places)} className={styles.line} />
                {places.map(({ x, y }, k) => {
                  const point = series.points[k] as ChartPoint;
                  const text = describe(series, point);
                  return (
                    // biome-ignore lint/a11y/noStaticElementInteractions: it has a role, button or picture
                    <g
                      key={point.x}
                      ref={(element) => {
                        if (element) marks.current.set(`${i} ${k}`, element);
                        else marks.current.delete(`${i} ${k}`);
                      }}
                      transform={`translate(${x} ${y})`}
                      className={styles.point}
                      role={onOpen ? 'button' : 'img'}
                      tabIndex={stop[0] === i && stop[1] === k ? 0 : -1}
                      aria-label={text}
                      onClick={() => open(i, k)}
                      onKeyDown={(event) => onKeyDown(event, i, k)}
                      onFocus={() => {
                        setFocused([i, k]);
                        tell(i, k, text);
                      }}
                      onPointerEnter={() => tell(i, k, text)}
                    >
                      <circle r={12} className={styles.target} />
                      <path d={MARK_PATHS[mark]} className={styles.shape} />
                    </g>
                  );
                })}
                {name && (
                  <>
                    <Leader from={layout.plot.right} y={places.at(-1)?.y} name={name} />
                    <path
                      d={MARK_PATHS[mark]}
                      transform={`translate(${layout.plot.right + 26} ${name.y})`}
                      className={styles.shape}
                    />
                    <Name x={layout.plot.right + NAMES_FROM} name={name} />
                  </>
                )}
              </g>
            );
          })}
        </svg>
      )}
      <p className={styles.told}>{told ?? texts.pointAtAMarkOr}</p>
    </div>
  );
}

/** From the end of a line to its name. */
function Leader({ from, y, name }: { from: number; y: number | undefined; name: PlacedName }) {
  return <path d={`M${from + 8},${y ?? name.y}L${from + 18},${name.y}`} className={styles.leader} />;
}

function Name({ x, name }: { x: number; name: PlacedName }) {
  return (
    <text x={x} y={name.y} className={styles.name}>
      {name.lines.map((line, i) => (
        <tspan key={line} x={x} dy={i === 0 ? 0 : NAME_PITCH}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** Measures in the names' font; another function once that font has arrived. */
function useWidthOf(): (text: string) => number {
  const [arrived, setArrived] = useState(0);
  const [measure] = useState(() => createMeasureText(() => setArrived((n) => n + 1)));
  // `arrived`: what was measured before is measured again.
  return useMemo(() => {
    const font = namesFont(readTokens(document.documentElement));
    return (text) => measure(text, font);
  }, [measure, arrived]);
}
