/** The menus of what can be learnt and of what is seldom wanted. */
export const menus = {
  learn: 'Learn',
  learnHint: 'Lessons, puzzles, the field’s words and its papers',
  screens: {
    lessons: { title: 'Lessons', note: 'Twelve short lessons: predict, run, change something.' },
    puzzles: { title: 'Puzzles', note: 'Place a block by hand, as well as the proven optimum.' },
    glossary: { title: 'Glossary', note: 'Every word of the field that the page uses, with sources.' },
    papers: { title: 'Papers', note: 'What was published about these engines, and what they do here.' },
    class: { title: 'A class in one room', note: 'Everyone on their own screen, led from yours.' },
  },
  present: 'Present',
  presentHint: 'For a projector: large type, no editing, keys for a clicker',
  share: 'Share',
  shareHint: 'Link, code for cameras, pictures, file',
  more: 'More',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  help: 'Help',
  helpNote: 'Keys, and how to read the picture',
};
