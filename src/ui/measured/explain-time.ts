import { measured as texts } from '#texts/measured.ts';
import type { LaneTimes } from '../../analysis/lane-times.ts';
import { formatTime } from '../../chart/format-time.ts';
import type { RunReport } from '../../model/run.ts';
import { percent } from './TimeBar.tsx';

/** From this share of the lanes' time on, start and messages are what a run is about. */
const MUCH = 0.3;
/** A block that takes less on one lane, µs, is over before messages have paid. */
const SHORT_US = 10_000;
/** From here on executing took longer than the same transactions take alone, whatever the clock's own spread. */
const SLOWER = 1.25;

/** What matters most for this run: where its lanes' time went, and how much longer executing took than alone. `all`: sums over `lanes` lanes. */
export function explainTime(
  { metrics }: Pick<RunReport, 'metrics'>,
  lanes: number,
  all: LaneTimes,
  threads: number,
): readonly string[] {
  const total = Math.max(1, lanes * metrics.makespan);
  const overhead = all.start + all.messages;
  const first = (): string => {
    if (overhead / total < MUCH || overhead < all.waiting) {
      return all.waiting > all.evm
        ? texts.waitingMost(percent(all.waiting / total))
        : texts.mostlyEvm(percent(all.evm / total));
    }
    const short = metrics.work < SHORT_US ? texts.shortBlock(formatTime(metrics.work, 'µs')) : '';
    return texts.muchOverhead(percent(overhead / total)) + short;
  };
  const ratio = all.evm / Math.max(1, metrics.work);
  if (ratio < SLOWER) return [first()];
  const again = metrics.reexecutedGas > 0 ? texts.runsInVain : '';
  const shared = lanes + 1 > threads ? texts.threadsShared(lanes, threads) : '';
  return [first(), texts.slowerThanAlone(ratio.toFixed(1), formatTime(metrics.work, 'µs')) + again + shared];
}
