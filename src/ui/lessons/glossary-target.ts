let wanted: string | null = null;

/** The term that the glossary is to begin with when it is shown next. */
export function lookUp(term: string | null): void {
  wanted = term;
}

/** Asked once: the glossary opened from the menu begins at its start. */
export function takeTarget(): string | null {
  const term = wanted;
  wanted = null;
  return term;
}
