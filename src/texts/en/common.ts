export const common = {
  // ChartTools
  zoomOut: 'Zoom out (−)',
  zoomIn: 'Zoom in (+)',
  showAsTable: 'Show as table',

  // NumberField
  aWholeNumberFromTo: (least: string | number, most: string | number) => `a whole number from ${least} to ${most}`,

  // TxRef
  transaction: (tx: string | number, txTitle: string | number) => `transaction ${tx}: ${txTitle}`,

  // notify-not-fetched
  thisPartOfThePage: 'This part of the page could not be fetched',
  theDocumentIsSafeSee: (reason: string | number) =>
    `${reason}. The document is safe. See that the server of the page can be reached, then try again or reload.`,

  // MarkSign
  marks: {
    marked: 'your mark',
    right: 'marked, and right',
    missed: 'missed',
    wrong: 'marked, and wrong',
    spot: 'spoken of',
  },
};
