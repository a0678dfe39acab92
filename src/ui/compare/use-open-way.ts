import { useCallback } from 'react';
import { comparing as texts } from '#texts/comparing.ts';
import { type Way, withWay } from '../../store/compare/points.ts';
import { useApp } from '../common/app-context.tsx';
import { wayName } from './way-name.ts';

/** Opens a run in the main view: engine, lanes and the modelled clock become the document's, as one step. */
export function useOpenWay(onOpen: () => void): (way: Way) => void {
  const app = useApp();
  return useCallback(
    (way) => {
      const { settings } = app.document.getState().scenario;
      const is = settings.engine === way.engine && settings.lanes === way.lanes && settings.clock === 'virtual';
      if (!is) app.edit(texts.open(wayName(way)), (scenario) => withWay(scenario, way));
      app.startRun();
      onOpen();
    },
    [app, onOpen],
  );
}
