import { common as texts } from '#texts/common.ts';
import type { App } from '../../store/app.ts';

/** Says that code of the page could not be fetched: the network is gone, or the server was stopped or has a newer version. */
export function notifyNotFetched(app: App, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  app.notify({
    kind: 'error',
    title: texts.thisPartOfThePage,
    message: texts.theDocumentIsSafeSee(reason),
  });
}
