import { offline as texts } from '#texts/share.ts';
import type { App } from '../store/app.ts';

/** One reload for isolation in a tab, whatever comes of it. */
const RELOADED = 'lanewise/reloaded-for-isolation';

/**
 * Has the page kept on this machine, where the browser offers that (not over plain http in a local network). Called when the
 * first picture stands. A new version is offered once nothing guides the user, and taken when the user says so.
 */
export async function startOffline(app: App, nothingTouched: () => boolean): Promise<void> {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  const first = serviceWorker.controller === null;
  const registration = await serviceWorker.register('./sw.js').catch(() => null);
  // A browser that refuses it (private windows may) has the page as before.
  if (!registration) return;
  if (first) {
    serviceWorker.addEventListener('controllerchange', () => void becomeIsolated(app, nothingTouched), { once: true });
    return;
  }
  if (registration.waiting) offer(app, registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && serviceWorker.controller) offer(app, installing);
    });
  });
}

/**
 * On a host that sends no headers the worker adds them, from the next load on. That may be at once if nobody has done anything
 * yet, and what is shown would be shown again.
 */
async function becomeIsolated(app: App, nothingTouched: () => boolean): Promise<void> {
  if (crossOriginIsolated || location.hash !== '' || !nothingTouched() || sessionStorage.getItem(RELOADED)) return;
  sessionStorage.setItem(RELOADED, 'yes');
  await app.saved();
  location.reload();
}

/** Says that there is a new version, when it is no interruption. */
function offer(app: App, waiting: ServiceWorker): void {
  const isBusy = (): boolean => {
    const { guide, stage, room } = app.view.getState();
    return guide !== null || stage || room !== null;
  };
  const say = (): void => {
    app.notify({
      kind: 'info',
      title: texts.newVersion,
      message: texts.newVersionNote,
      action: { label: texts.takeIt, run: () => void takeOver(app, waiting) },
    });
  };
  if (!isBusy()) {
    say();
    return;
  }
  const stop = app.view.subscribe(() => {
    if (isBusy()) return;
    stop();
    say();
  });
}

async function takeOver(app: App, waiting: ServiceWorker): Promise<void> {
  await app.saved();
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage('take over');
}
