/** How something is marked in all views. `marked`: somebody's prediction. Over the result it becomes right, missed or wrong. `spot`: what a text speaks of. */
export type Mark = 'marked' | 'right' | 'missed' | 'wrong' | 'spot';

/** The second cue beside the colour. */
export const MARK_SIGN: Readonly<Record<Mark, string>> = { marked: '◆', right: '✓', missed: '○', wrong: '✕', spot: '' };
