import { type Lesson, parseLesson } from '../lesson.ts';
import changes from './changes.lesson.json' with { type: 'json' };
import predictions from './predictions.lesson.json' with { type: 'json' };

/** One prediction of every kind. */
export const predictionsLesson: Lesson = parseLesson(predictions);
/** Goals, hints, solutions and wrong paths. */
export const changesLesson: Lesson = parseLesson(changes);
