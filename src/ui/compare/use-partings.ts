import { useCallback, useMemo } from 'react';
import { ENGINE_TEXT } from '#texts/engine-text.ts';
import { knownBeforehand } from '../../chart/compare/known-beforehand.ts';
import { findParting } from '../../chart/compare/parting.ts';
import { partingSentence } from '../../chart/compare/parting-sentence.ts';
import type { RunEvent } from '../../model/events.ts';
import type { RunSettings } from '../../model/settings.ts';
import type { Way } from '../../store/compare/points.ts';
import { useRun } from '../common/app-context.tsx';
import { usePresentation } from '../common/use-presentation.ts';
import type { WayRun } from './SideBySide.tsx';
import { wayName } from './way-name.ts';

/** A run with its log. */
export interface LoggedRun {
  readonly way: Way;
  readonly events: readonly RunEvent[];
  readonly settings: RunSettings;
}

/** Those of the runs that are done, and how to tell where two of them part. */
export function usePartings(runs: readonly WayRun[]): {
  readonly logged: readonly LoggedRun[];
  readonly tell: (one: LoggedRun, other: LoggedRun) => string;
} {
  const logged = useMemo(
    () =>
      runs.flatMap(({ way, run }) =>
        run.kind === 'done' && run.events ? [{ way, events: run.events, settings: run.settings }] : [],
      ),
    [runs],
  );
  const { locationName } = usePresentation();
  const graph = useRun(({ analysis }) => analysis?.graph ?? null);
  const tell = useCallback(
    (one: LoggedRun, other: LoggedRun): string => {
      const sameLanes = one.way.lanes === other.way.lanes;
      const name = ({ way }: LoggedRun): string => (sameLanes ? ENGINE_TEXT[way.engine].name : wayName(way));
      const told = ({ events, settings }: LoggedRun) => ({ events, knowledge: knownBeforehand(settings, graph) });
      const names = [name(one), name(other)] as const;
      return partingSentence(findParting(told(one), told(other)), { names, unit: 'gas', locationName });
    },
    [locationName, graph],
  );
  return { logged, tell };
}
