import { whatIfsIn } from '../../lessons/evaluate.ts';
import { type Scene, whatIfKey } from '../../lessons/scene.ts';
import { patchSettings } from '../../lessons/settings-patch.ts';
import type { Block } from '../../model/block.ts';
import type { RunMetrics } from '../../model/run.ts';
import { drawnLanes } from '../../workloads/drawn-lanes.ts';
import type { App } from '../app.ts';

export interface WhatIfs {
  /** What is known by now of the ways that `asking` asks for; the rest is run, and `onKnown` called when it is there. */
  of(scene: Scene, asking: unknown): ReadonlyMap<string, RunMetrics>;
}

/** Runs a block in the ways that a lesson's conditions ask for beside the one on screen. Each is run once. */
export function createWhatIfs(compare: App['compare'], onKnown: () => void): WhatIfs {
  const known = new WeakMap<Block, Map<string, RunMetrics | null>>();
  return {
    of(scene, asking) {
      const found = new Map<string, RunMetrics>();
      const { block, scenario } = scene;
      const patches = whatIfsIn(asking);
      if (!block || patches.length === 0) return found;
      const ofBlock = known.get(block) ?? new Map<string, RunMetrics | null>();
      known.set(block, ofBlock);
      for (const patch of patches) {
        const settings = patchSettings(scenario.settings, { clock: 'virtual', ...patch });
        const drawn = drawnLanes({ ...scenario, settings });
        const key = JSON.stringify([settings, drawn]);
        const metrics = ofBlock.get(key);
        if (metrics) found.set(whatIfKey(patch), metrics);
        if (metrics !== undefined) continue;
        // Asked for: not asked for again.
        ofBlock.set(key, null);
        void compare({ block, points: [{ settings, ...drawn, log: false }] }).outcome.then((outcome) => {
          const run = outcome.kind === 'done' ? outcome.value[0] : undefined;
          if (run?.kind !== 'done') return;
          ofBlock.set(key, run.metrics);
          onKnown();
        });
      }
      return found;
    },
  };
}
