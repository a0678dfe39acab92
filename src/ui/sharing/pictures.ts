import { layoutAbortArrows } from '../../chart/abort-arrows.ts';
import {
  type ChartTokens,
  type DrawContext,
  type Hatches,
  type MeasureText,
  smallMono,
  smallText,
  smallWords,
} from '../../chart/chart-tokens.ts';
import { fitDag } from '../../chart/dag/dag-view.ts';
import { drawDagBackdrop, drawDagNode, HEADING_HEIGHT } from '../../chart/dag/draw-dag.ts';
import { arrangeDag } from '../../chart/dag/arrange-dag.ts';
import { layoutDag } from '../../chart/dag/layout-dag.ts';
import { placeLinkLabels } from '../../chart/dag/link-labels.ts';
import { drawTimelineSpans } from '../../chart/draw-spans.ts';
import { drawTimeline } from '../../chart/draw-timeline.ts';
import { layoutLaneRows } from '../../chart/lane-rows.ts';
import { createSpanLog } from '../../chart/spans.ts';
import { fitLimits, fitScale } from '../../chart/time-scale.ts';
import { createTimelineBars, layoutTimeline } from '../../chart/timeline-layout.ts';
import { AXIS_HEIGHT, CAPTIONS_HEIGHT } from '../../chart/timeline-picture.ts';
import type { ConflictKind } from '../../model/graph.ts';
import type { App } from '../../store/app.ts';
import { createDagData } from '../dag/dag-data.ts';
import { nodeState } from '../dag/node-state.ts';
import { createTimelineData } from '../timeline/timeline-data.ts';

/** What the charts are drawn with: of the theme in force. */
export interface Pens {
  readonly tokens: ChartTokens;
  readonly hatches: Hatches;
  readonly measure: MeasureText;
}

/** A picture for elsewhere, drawn by the same functions as the one on the screen. Sizes in CSS pixels. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  draw(ctx: DrawContext, pens: Pens): void;
}

const WIDTH = 1200;
const LEFT = 34;
const RIGHT = 14;
/** High enough for names in the spans; thinner where there are many lanes. */
const ROW = 64;
const MOST_LANES_HEIGHT = 1000;
const MOST_DAG_HEIGHT = 900;
/** At two pixels for one still within what browsers make of a canvas. */
const MOST_DAG_WIDTH = 6000;
/** Zoom at which numbers in nodes can be read. */
const READABLE = 0.5;
const ONLY_RAW: ReadonlySet<ConflictKind> = new Set(['RAW']);

/** All lanes over the whole run, at the moment shown; null while nothing has run. */
export function lanesPicture(app: App): Picture | null {
  const { events, subject } = app.run.getState();
  if (events.length === 0 || !subject) return null;
  const log = createSpanLog();
  log.update(events, subject.scenario.settings.lanes);
  const data = createTimelineData(app, log)();
  const room = Math.min(MOST_LANES_HEIGHT, data.lanes * ROW);
  const rows = layoutLaneRows(data.lanes, AXIS_HEIGHT, AXIS_HEIGHT + room, 0);
  const ends = [log.end, data.makespan?.at ?? 0, data.bound?.at ?? 0];
  const scale = fitScale(fitLimits(Math.max(...ends)), LEFT, WIDTH - LEFT - RIGHT);
  const height = Math.ceil(rows.clipBottom + CAPTIONS_HEIGHT);
  return {
    width: WIDTH,
    height,
    draw(ctx, { tokens, hatches, measure }) {
      const bars = createTimelineBars();
      const { time, locationName, selectedTxs } = data;
      layoutTimeline({ log, scale, rows, time }, bars);
      const font = smallWords(tokens);
      const arrows = layoutAbortArrows({
        log,
        scale,
        rows,
        time,
        name: locationName,
        measure,
        font,
        focus: selectedTxs,
      });
      const picture = {
        ...data,
        lit: null,
        rounds: log.rounds,
        commits: log.commits,
        chosen: [...selectedTxs].flatMap((tx) => log.runs[tx] ?? []),
        width: WIDTH,
        height,
        scale,
        rows,
        bars,
        arrows,
        // Where everything has happened, a line that says so is only in the way.
        playhead: time < log.end,
        focused: null,
      };
      drawTimeline(ctx, picture, tokens, measure, () => drawTimelineSpans(ctx, picture, tokens, hatches, measure));
    },
  };
}

/** The whole conflict graph, with what each transaction is doing at the moment shown; null while it isn't known. */
export function conflictsPicture(app: App): Picture | null {
  const source = createDagData(app);
  const data = source.read(ONLY_RAW);
  if (!data) return null;
  const layout = layoutDag(arrangeDag(data.graph, data.colors), { width: WIDTH, height: MOST_DAG_HEIGHT });
  // A long chain makes a wide picture: on the screen one would move along it.
  const width = Math.min(MOST_DAG_WIDTH, Math.max(WIDTH, Math.ceil(layout.width * READABLE) + 20));
  const view = fitDag(layout, { width, height: MOST_DAG_HEIGHT });
  const plot = { width, height: Math.ceil(layout.height * view.zoom + 10) };
  return {
    width,
    height: plot.height + HEADING_HEIGHT,
    draw(ctx, { tokens, hatches, measure }) {
      const visible = (kind: ConflictKind) => kind === 'RAW';
      const labels = placeLinkLabels({
        layout,
        view,
        ...plot,
        visible: (link) => visible(link.kind),
        textsOf: (link) => data.labelsOf(link.edges),
        measure,
        font: smallMono(tokens),
        lineHeight: smallText(tokens) * 1.4,
      });
      ctx.save();
      ctx.translate(0, HEADING_HEIGHT);
      drawDagBackdrop(ctx, { layout, view, ...plot, visible, labels, litLink: null }, tokens, measure);
      for (const node of layout.nodes) {
        const look = { ...nodeState(node, layout, data), lit: 'lit', focused: false } as const;
        const name = layout.grouped ? data.groupName(node.txs) : null;
        drawDagNode(ctx, { node, look, name, view }, tokens, hatches, measure);
      }
      ctx.restore();
    },
  };
}
