import type { ViewState } from './app.ts';

/** The view of a page just opened. */
export function initialView(theme: ViewState['theme']): ViewState {
  return {
    selected: [],
    hovered: null,
    location: null,
    time: 0,
    playing: false,
    speed: 1,
    theme,
    lanesView: 'timeline',
    screen: 'bench',
    guide: null,
    progress: null,
    room: null,
    stage: false,
    help: false,
  };
}
