import { drawLineChart } from '../../chart/compare/draw-line-chart.ts';
import { type ChartSeries, type LineChart, layoutLineChart, namesFont } from '../../chart/compare/line-chart.ts';
import type { SeriesLook } from '../../chart/compare/series-look.ts';
import type { Picture } from '../sharing/pictures.ts';

const WIDTH = 1200;
const HEIGHT = 500;
/** The chart's words then begin where those of a heading do. */
const MARGIN = 8;

/** A line chart for a file, as large whatever the window's size is. */
export function lineChartPicture(chart: LineChart, lookOf: (series: ChartSeries) => SeriesLook): Picture {
  return {
    width: WIDTH,
    height: HEIGHT,
    draw(ctx, { tokens, measure }) {
      const widthOf = (text: string): number => measure(text, namesFont(tokens));
      const layout = layoutLineChart(chart, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN, widthOf);
      ctx.save();
      ctx.translate(MARGIN, MARGIN);
      drawLineChart(ctx, chart, layout, lookOf, tokens);
      ctx.restore();
    },
  };
}
