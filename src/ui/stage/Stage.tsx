import { useEffect, useRef, useState } from 'react';
import { useApp } from '../common/app-context.tsx';
import { BlankScreen } from './BlankScreen.tsx';
import { type EntryState, entryStateOf, returnTo } from './entry-state.ts';
import { KeysDialog } from './KeysDialog.tsx';
import { NotesWindow } from './NotesWindow.tsx';
import { openNotes } from './open-notes.ts';
import { Pointer } from './Pointer.tsx';
import './stage.css';
import { StageBar } from './StageBar.tsx';
import { type StageCommands, stageCommand } from './stage-keys.ts';
import { useLitBeat } from './use-lit-beat.ts';
import { readStage, resized, SHOWN, type StageSettings, writeStage } from './stage-settings.ts';

/**
 * Presenter mode. The panels stay where they are in the tree, so that a lesson goes on; `stage.css` puts away what edits, by the
 * attributes that are set here on <html>.
 */
export function Stage({ onClose }: { onClose: () => void }) {
  const app = useApp();
  const [settings, setSettings] = useState(readStage);
  /** Beside the views stands what guides, or else the block. */
  const [beside, setBeside] = useState(() => app.view.getState().guide !== null);
  const [blank, setBlank] = useState(false);
  const [keys, setKeys] = useState(false);
  const [notes, setNotes] = useState<Window | null>(null);
  const entry = useRef<EntryState | null>(null);
  useStageAttributes(settings, beside);

  const change = (patch: Partial<StageSettings>): void => {
    const next = { ...settings, ...patch };
    setSettings(next);
    writeStage(next);
  };
  const callOff = useRef(() => {});
  const commands: StageCommands = {
    cycleView: () => change({ shown: SHOWN[(SHOWN.indexOf(settings.shown) + 1) % SHOWN.length] ?? 'both' }),
    resize: (by) => change({ percent: resized(settings.percent, by) }),
    togglePointer: () => change({ pointer: !settings.pointer }),
    toggleBeside: () => setBeside(!beside),
    toggleNotes: () => setNotes(openNotes(app, notes)),
    toggleFullScreen,
    toggleBlank: () => setBlank(!blank),
    showKeys: () => setKeys(!keys),
    reset() {
      callOff.current();
      setBlank(false);
      if (entry.current) callOff.current = returnTo(app, entry.current);
    },
    leave() {
      if (blank) setBlank(false);
      else if (keys) setKeys(false);
      else onClose();
    },
  };
  useStageKeys(commands, notes);
  useLitBeat();

  useEffect(() => {
    entry.current = entryStateOf(app);
    const { pace } = app.view.getState();
    app.show('bench');
    // A lesson or puzzle has its reasons for the view that is there.
    if (app.view.getState().guide === null) app.setLanesView('timeline');
    app.setPace('told');
    return () => {
      callOff.current();
      app.setPace(pace);
      if (document.fullscreenElement) void document.exitFullscreen();
    };
  }, [app]);
  // The notes go with the stage.
  useEffect(() => () => notes?.close(), [notes]);

  return (
    <>
      <StageBar settings={settings} beside={beside} commands={commands} onShow={(shown) => change({ shown })} />
      {settings.pointer && <Pointer />}
      {keys && <KeysDialog onClose={() => setKeys(false)} />}
      {blank && <BlankScreen onClose={() => setBlank(false)} />}
      {notes && <NotesWindow target={notes} onClose={() => setNotes(null)} />}
    </>
  );
}

function useStageAttributes({ shown, percent }: StageSettings, beside: boolean): void {
  useEffect(() => {
    const { dataset, style } = document.documentElement;
    dataset.stage = shown;
    dataset.stageBeside = String(beside);
    style.fontSize = `${percent}%`;
    style.setProperty('--unscaled', String(100 / percent));
    // Seen by the canvases, after the size itself.
    dataset.scale = String(percent);
    return () => {
      delete dataset.stage;
      delete dataset.stageBeside;
      style.fontSize = '';
      style.removeProperty('--unscaled');
      delete dataset.scale;
    };
  }, [shown, percent, beside]);
}

/** Before anything else sees them: on stage no key edits. In the notes' window the same keys hold. */
function useStageKeys(commands: StageCommands, notes: Window | null): void {
  const app = useApp();
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const command = stageCommand(event.key, app, latest.current);
      if (!command) return;
      event.preventDefault();
      event.stopPropagation();
      command();
    };
    const windows = notes ? [window, notes] : [window];
    for (const each of windows) each.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      for (const each of windows) each.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [app, notes]);
}

/** Fields of a lesson take their keys, and whatever is a control the keys that work it. */
function isTyping({ target, key }: KeyboardEvent): boolean {
  // A window of its own has elements of classes of its own.
  const element = target as Partial<Element> | null;
  if (typeof element?.closest !== 'function') return false;
  if (
    element.closest('textarea, select, [contenteditable], input:not([type="radio"], [type="checkbox"], [type="range"])')
  )
    return true;
  if (key === ' ') return element.closest('button, a, summary, input') !== null;
  return key.startsWith('Arrow') && element.closest('input, [role="tablist"]') !== null;
}

function toggleFullScreen(): void {
  // Where it isn't allowed, nothing happens.
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => {});
  else void document.documentElement.requestFullscreen?.().catch(() => {});
}
