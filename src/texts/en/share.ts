/** What addresses say when they can't be followed. */
export const address = {
  couldNotBeOpened: 'The link could not be opened',
  documentStays: (message: string) => `${message} What was open stays as it was.`,
  noSuchExample: (id: string, known: readonly string[]) =>
    `There is no example called ${JSON.stringify(id)}; there are ${known.join(', ')}.`,
  expected: 'a link made here (#s=…, #p=…, #lesson=…, #puzzle=…, #papers or #room=…)',
  somethingElse: (text: string) => JSON.stringify(text),
  fix: 'Copy the whole link again from where it came.',
  idExpected: 'a name in lower-case letters, digits and hyphens',
  numberExpected: (least: number, most: number) =>
    `a number from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}`,
  engineExpected: (ids: readonly string[]) => `an engine (${ids.join(', ')})`,
  oneOf: (words: readonly string[]) => words.join(' or '),
  codeExpected: 'a code of letters and digits',
};

/** The page inside an article or slides. */
export const embed = {
  way: (engine: string, lanes: number, clock: 'virtual' | 'measured') =>
    `${engine}, ${lanes} ${lanes === 1 ? 'lane' : 'lanes'}, ${clock === 'virtual' ? 'modelled time' : 'measured time'}`,
  open: 'Open in Lanewise',
  lanes: 'Lanes',
  conflicts: 'Conflicts',
};
