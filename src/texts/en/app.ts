export const app = {
  // ErrorBoundary
  hasFailed: ' has failed',
  theDocumentIsSafeIt: 'The document is safe: it is kept, and the other panels go on. ',
  tryAgain: 'Try again',

  // FileDrop
  dropAScenarioFileOr: 'Drop a scenario file or a real block (.json, .json.gz)',

  // LanesPanel
  timeline: 'Timeline',
  board: 'Board',
  conflicts: 'Conflicts',
  lanes: 'Lanes',

  // Notices
  dismiss: 'Dismiss',

  // Panels
  block: 'Block',
  inspector: 'Inspector',
  guide: 'Guide',
  blockOrInspector: 'Block or inspector',
  lanesAndConflicts: 'Lanes and conflicts',
  widthOfTheBlock: 'Width of the block',
  heightOfTheLanes: 'Height of the lanes',
  widthOfTheInspector: 'Width of the inspector',
  thePanel: (name: string | number) => `The panel “${name}”`,
};
