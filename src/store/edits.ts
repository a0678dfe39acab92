/**
 * The document's edits: pure named functions Scenario → Scenario. Each leaves ids unique and pins consistent: pins only
 * to existing transactions and lanes, each pinned card once in its lane's order. `App.edit` makes one undoable step of one.
 */
export * from './edits/accounts.ts';
export * from './edits/add-library-contract.ts';
export * from './edits/append-block.ts';
export * from './edits/drop-index.ts';
export * from './edits/pins.ts';
export * from './edits/references.ts';
export * from './edits/replace-code.ts';
export * from './edits/transactions.ts';
