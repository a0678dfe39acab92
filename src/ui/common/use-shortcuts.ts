import { useEffect } from 'react';
import type { App } from '../../store/app.ts';
import { useApp } from './app-context.tsx';
import { useOpenFile } from './use-open-file.ts';

/** The page's keys. They rest while text is typed, while a dialog or menu is open, and on controls that use the key themselves. */
export function useShortcuts(): void {
  const app = useApp();
  const openFile = useOpenFile();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isElsewhere(event)) return;
      const command = commandOf(event, app, openFile);
      if (!command) return;
      event.preventDefault();
      command();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [app, openFile]);
}

const SPEEDS = [0.25, 0.5, 1, 2, 4, 8];
/** Events that Shift and an arrow key skip. */
const STRIDE = 10;
const PLAYBACK_KEYS = new Set([' ', 'ArrowRight', 'ArrowLeft', 'Home', 'End']);

function commandOf(event: KeyboardEvent, app: App, openFile: () => void): (() => void) | null {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) {
    if (event.altKey) return null;
    if (key === 'z') return event.shiftKey ? app.redo : app.undo;
    if (key === 'y') return app.redo;
    if (key === 'o') return openFile;
    if (key === 's') return () => void app.saveFile();
    return null;
  }
  if (event.altKey) return null;
  const { screen, speed, playing, locked } = app.view.getState();
  if (key === 'c' && !locked.has('compare')) return () => app.show(screen === 'compare' ? 'bench' : 'compare');
  if (key === '?') return () => app.setHelp(true);
  // Under another view the keys of playback and selection rest.
  if (screen !== 'bench') return key === 'Escape' ? () => app.show('bench') : null;
  if (locked.has('playback') && PLAYBACK_KEYS.has(key)) return null;
  const stride = event.shiftKey ? STRIDE : 1;
  switch (key) {
    case ' ':
      return playing ? app.pause : app.play;
    case 'ArrowRight':
      return () => app.step(stride);
    case 'ArrowLeft':
      return () => app.step(-stride);
    case 'Home':
      return () => app.seek(0);
    case 'End':
      return () => app.seek(Infinity);
    case ',':
      return () => app.setSpeed(SPEEDS.findLast((s) => s < speed) ?? speed);
    case '.':
      return () => app.setSpeed(SPEEDS.find((s) => s > speed) ?? speed);
    case 't':
      return () => app.setPace(app.view.getState().pace === 'told' ? 'even' : 'told');
    case 'r':
      return app.startRun;
    case 'Escape':
      return () => cancelOrClear(app);
    default:
      return null;
  }
}

function cancelOrClear(app: App): void {
  const { status } = app.run.getState();
  if (status === 'analysing' || status === 'running') app.cancelRun();
  else app.select([]);
}

/** Inputs that take no text. */
const POINTED = new Set(['button', 'checkbox', 'radio', 'range']);

/** Whether the key belongs to what has the focus. */
function isElsewhere(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  // A list that lets keys pass has stopped those that it uses itself.
  const owner = target.closest('[role="dialog"], [role="menu"], [role="listbox"], dialog[open]');
  if (owner && !owner.hasAttribute('data-shortcuts')) return true;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  if (target instanceof HTMLInputElement && !POINTED.has(target.type)) return true;
  if (event.ctrlKey || event.metaKey) return false;
  if (event.key === ' ') return target.closest('button, a, summary, input, [role="button"], [tabindex="0"]') !== null;
  if (event.key.startsWith('Arrow')) {
    return (
      target.closest(
        'input, [role="radiogroup"], [role="tablist"], [role="slider"], [role="separator"], [role="grid"]',
      ) !== null
    );
  }
  return false;
}
