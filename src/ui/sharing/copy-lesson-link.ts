import { lessonLink as texts } from '#texts/share.ts';
import { lessonToLink } from '../../formats/share-link/lesson-link.ts';
import type { App } from '../../store/app.ts';
import { copyText } from '../common/copy-text.ts';

/** Copies a link that brings a lesson of one's own to whoever opens it; says what came of it. */
export async function copyLessonLink(app: App, title: string, fileText: string): Promise<void> {
  const packed = lessonToLink(fileText);
  if (packed === null) {
    app.notify({ kind: 'warning', title: texts.tooLong, message: texts.tooLongNote });
    return;
  }
  const { origin, pathname } = window.location;
  const link = `${origin}${pathname}#l=${packed}`;
  const copied = await copyText(link);
  app.notify(
    copied
      ? { kind: 'info', title: texts.copied, message: texts.copiedNote(title, link.length) }
      : { kind: 'warning', title: texts.refused, message: texts.refusedNote(link) },
  );
}
