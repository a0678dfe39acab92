/** The names under which the one worker script is started: they tell it what it is. */
export const COORDINATOR = 'coordinator';
export const EXECUTOR = 'executor';
