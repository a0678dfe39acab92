import type { Guide } from '../../store/app.ts';
import type { Leading } from '../../store/class/leading.ts';
import { ownLessons } from '../lessons/lesson-library.ts';

/** Everybody to a lesson or puzzle. A lesson of one's own goes as the text of its file: the others haven't got it. */
export async function sendGuide(leading: Leading, guide: Guide, title: string): Promise<void> {
  const text = guide.kind === 'lesson' ? await ownLessons.textOf(guide.id) : null;
  leading.sendGuide(text === null ? guide : { kind: 'own-lesson', text }, title);
}
