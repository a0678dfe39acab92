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

/** What can be given away of what is on the screen. */
export const share = {
  title: 'Share',
  close: 'Close sharing',
  link: 'Link',
  copyLink: 'Copy link',
  copied: 'Copied',
  copyYourself:
    'The browser doesn’t let this page copy. The text is selected when you click into it: copy it from there.',
  length: (characters: number) =>
    `${characters.toLocaleString('en')} characters. It holds block, lanes, settings and the moment shown, and opens beside what is open there.`,
  onlyHere: 'This address leads to this machine only: on another one it opens nothing.',
  tooLong:
    'This is more than a link can hold (8 kB): chats and mail programs would cut it. Give it away as a file, which opens by dropping it on the page.',
  saveAsFile: 'Save as file',
  showCode: 'Show code for cameras',
  tooLongForCode: 'This link is too long for a code that cameras can read.',
  code: 'Code for cameras',
  closeCode: 'Close the code',
  codeOf: (url: string) => `QR code of ${url}`,
  codeHint: 'Point a camera at the code.',
  codeIsDense: 'A dense code: come close with the camera, or pass the link on as text.',
  embed: 'In an article or slides',
  embedShows: 'Shows',
  embedParts: { both: 'lanes and conflicts', lanes: 'lanes', conflicts: 'conflicts' },
  copyEmbed: 'Copy HTML',
  pictures: 'Pictures',
  pictureNames: { lanes: 'Lanes', conflicts: 'Conflicts' },
  savePicture: (name: string, kind: string) => `Save ${name.toLowerCase()} as ${kind}`,
  picturesNote: 'As they stand now, whole, in the theme chosen. Charts of a comparison are saved where they are shown.',
  pictureFailed: 'The picture could not be made',
  file: 'File',
  fileNote: 'The whole document, of any size. Dropping the file on the page opens it.',
};

/** A lesson of one's own, given away. */
export const lessonLink = {
  copied: 'The link is copied',
  copiedNote: (title: string, characters: number) =>
    `Whoever opens it gets “${title}” among their own lessons (${characters.toLocaleString('en')} characters).`,
  tooLong: 'This lesson is more than a link can hold',
  tooLongNote: 'Give it away as the file that it came from (8 kB is the most that a link takes).',
  refused: 'The browser doesn’t let this page copy',
  refusedNote: (link: string) => `Copy it from here: ${link}`,
};

/** The page kept on this machine. */
export const offline = {
  newVersion: 'A new version of Lanewise is there',
  newVersionNote: 'It is used from the next time all its tabs are closed, or now; documents stay as they are.',
  takeIt: 'Reload with it',
  heading: 'Without a network',
  kept: 'This page is kept on this machine: it opens and does everything without a network.',
  notYetKept:
    'After a visit this page is kept on this machine, where the browser allows it, and opens without a network.',
  plainHttp:
    'This page came over plain http from another machine. What was opened goes on without a network, and documents are saved; but browsers keep pages for offline use, and install them, only from https or from the machine itself.',
  isolated: 'It is isolated from other pages: measured runs share memory between workers.',
  notIsolated:
    'It is not isolated from other pages, so measured runs send each task the state that it needs, instead of sharing memory.',
};
