import type { ChartSeries } from '../../chart/compare/line-chart.ts';
import { lookOf, type SeriesLook } from '../../chart/compare/series-look.ts';
import { ENGINE_IDS, type EngineId } from '../../model/settings.ts';

/** The look of an engine's curve, the same whichever others are chosen. */
export const lookOfEngine = ({ id }: ChartSeries): SeriesLook => lookOf(ENGINE_IDS.indexOf(id as EngineId));
