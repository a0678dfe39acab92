/** As many engines stand side by side in the top bar; the others are in its menu. */
export const SIDE_BY_SIDE = 5;
