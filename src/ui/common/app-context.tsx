import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { App, DocumentState, RunState, ViewState } from '../../store/app.ts';

const AppContext = createContext<App | null>(null);

export function AppProvider({ app, children }: { app: App; children: ReactNode }) {
  return <AppContext.Provider value={app}>{children}</AppContext.Provider>;
}

/** The app: its stores, for reading outside of rendering, and its verbs. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('useApp needs an AppProvider above it');
  return app;
}

/**
 * The three below render again only when what the selector gives differs, compared one level deep, so that it may give a new
 * object or array of old parts. `useView(s => s.time)` renders at every frame of playback: prefer a subscription to `app.view` there.
 */
export function useDocument<T>(selector: (state: DocumentState) => T): T {
  return useStore(useApp().document, useShallow(selector));
}

export function useRun<T>(selector: (state: RunState) => T): T {
  return useStore(useApp().run, useShallow(selector));
}

export function useView<T>(selector: (state: ViewState) => T): T {
  return useStore(useApp().view, useShallow(selector));
}
