import { setLanes } from '../../store/edits.ts';
import { MAX_LANES } from '../../model/settings.ts';
import type { App } from '../../store/app.ts';

/** What the keys of the stage do besides playback. */
export interface StageCommands {
  cycleView(): void;
  resize(by: number): void;
  togglePointer(): void;
  toggleBeside(): void;
  toggleNotes(): void;
  toggleFullScreen(): void;
  toggleBlank(): void;
  showKeys(): void;
  reset(): void;
  leave(): void;
}

/**
 * The command behind a key, as clickers and keyboards send them; null: not one of the stage's. Clickers send Page Down and
 * Page Up to go on and back, and "." or b to blank; here "." plays, as asked for, and b blanks.
 */
export function stageCommand(key: string, app: App, commands: StageCommands): (() => void) | null {
  if (/^[1-9]$/.test(key)) return () => chooseLanes(app, Number(key));
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case ' ':
    case '.':
      return () => (app.view.getState().playing ? app.pause() : app.play());
    case 'ArrowRight':
    case 'ArrowDown':
    case 'PageDown':
      return () => app.step(1);
    case 'ArrowLeft':
    case 'ArrowUp':
    case 'PageUp':
      return () => app.step(-1);
    case 'Home':
      return () => app.seek(0);
    case 'End':
      return () => app.seek(Number.POSITIVE_INFINITY);
    case 't':
      return () => app.setPace(app.view.getState().pace === 'told' ? 'even' : 'told');
    case 'd':
      return () => app.setLanesView(app.view.getState().lanesView === 'board' ? 'timeline' : 'board');
    case 'v':
      return commands.cycleView;
    case '+':
    case '=':
      return () => commands.resize(1);
    case '-':
      return () => commands.resize(-1);
    case 'p':
      return commands.togglePointer;
    case 'g':
      return commands.toggleBeside;
    case 'n':
      return commands.toggleNotes;
    case 'f':
    case 'F5':
      return commands.toggleFullScreen;
    case 'b':
      return commands.toggleBlank;
    case '?':
      return commands.showKeys;
    case 'r':
      return commands.reset;
    case 'Escape':
      return commands.leave;
    default:
      return null;
  }
}

function chooseLanes(app: App, lanes: number): void {
  app.edit(`${lanes} lanes`, (scenario) =>
    lanes === scenario.settings.lanes || lanes > MAX_LANES[scenario.settings.clock]
      ? scenario
      : setLanes(scenario, lanes),
  );
}
