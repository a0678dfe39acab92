import type { ViewState } from './app.ts';
import { NO_MARKS } from './marks.ts';

/** The view of a page just opened. */
export function initialView(theme: ViewState['theme']): ViewState {
  return {
    selected: [],
    hovered: null,
    location: null,
    time: 0,
    playing: false,
    speed: 1,
    pace: 'even',
    beat: null,
    theme,
    lanesView: 'timeline',
    screen: 'bench',
    guide: null,
    progress: null,
    room: null,
    front: null,
    marks: NO_MARKS,
    locked: new Set(),
    stage: false,
    help: false,
    printing: null,
  };
}
