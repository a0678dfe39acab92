import { readSetting, writeSetting } from './local-setting.ts';

const SEEN = 'lanewise/welcome';

/** Nobody in this browser has answered the welcome yet. */
export const isFirstVisit = (): boolean => readSetting(SEEN) === null;

export const noteVisit = (): void => writeSetting(SEEN, 'seen');
