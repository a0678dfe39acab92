export const board = {
  // Board
  board: 'Board',
  putThereTheRunWould: 'Put there, the run would be refused. ',
  transactionIOnLaneI: (lanes: string | number) => `Transaction i on lane i mod ${lanes}`,
  dealTheCardsRoundRobin: 'deal the cards round-robin',
  deal: 'Deal',
  waveByWaveEachCard: 'Wave by wave, each card to the lane with the least gas so far',
  packTheLanesByWaves: 'pack the lanes by waves',
  pack: 'Pack',
  clearAllPins: 'clear all pins',
  clear: 'Clear',
  lanesHintDealt: 'Lanes run left to right; cards on no lane are dealt to the shortest.',
  lanesHintWait: 'Lanes run left to right; a card waits for those it depends on.',
  lanesHintFree: 'Lanes run left to right; the order in which cards end is the serial order.',
  lanesHintSequential: 'One transaction at a time, in block order: on lane 1, or where it is pinned.',
  lanesHintPinned: 'A card put on a lane runs only there; the engine places the rest.',

  // BoardGrid
  lanesWithTheCardsPinned: 'Lanes with the cards pinned to them',
  arrowKeysMoveBetweenLanes:
    'Arrow keys move between lanes and cards. Space picks up a card; on a lane’s number it puts the selected cards there. Delete takes a card off the lanes. Digits send the selected cards to a lane, 0 takes them off.',

  // DragScope
  thereAreLanesThereIs: (lanes: string | number, digit: string | number) =>
    `There are ${lanes} lanes; there is no lane ${digit}.`,

  // LaneRow
  gas: (count: number, gas: string | number) => `${count} ${count === 1 ? 'card' : 'cards'}, ${gas} gas`,
  lane: (lane: string | number, contents: string | number, conflictText: string | number) =>
    `Lane ${lane}, ${contents}${conflictText}`,
  dragCardsHereOrChoose: 'drag cards here, or choose some and press a digit',
  clickToPutHere: 'click to put here · ',
  noConflictHere: 'no conflict here',
  conflicts: 'conflicts ',
  withBefore: 'with ',
  onAfter: ' on',
  cards: (count: string | number) => `${count} cards`,
  noConflictWithTheChosen: 'no conflict with the chosen cards',
  conflictsWith: (cardsInWords: string | number) => `conflicts with ${cardsInWords}`,

  // Tray
  anyLane: 'any lane',
  everyCardHasItsLane: 'every card has its lane; drop one here to free it',

  // carry
  aCard: 'a card',
  putOnLane: (cards: string | number, lane: string | number) => `put ${cards} on lane ${lane}`,
  takeOffTheLanes: (cards: string | number) => `take ${cards} off the lanes`,
  move: (cards: string | number) => `move ${cards}`,
  onAnyLane: 'on any lane',
  overTheBlockOnAny: 'over the block: on any lane',
  atTheEndOfThe: 'at the end of the block',
  beforeTransaction: (gap: string | number) => `before transaction ${gap}`,
  onLane: (lane: string | number) => `on lane ${lane}`,
  empty: (lane: string | number) => `${lane}, empty`,
  onLaneBefore: (lane: string | number, index: string | number) => `${lane}, before transaction ${index}`,
  onLaneAfter: (lane: string | number, index: string | number) => `${lane}, after transaction ${index}`,
  listAndMore: (shown: string | number, rest: string | number) => `${shown} and ${rest} more`,
  lastOfList: (shown: string | number, shown2: string | number) => `${shown} and ${shown2}`,

  // drag-store
  nowAt: (index: string | number) => ` Now at ${index}.`,
  arrowKeysCarrySpacePuts: ' Arrow keys carry, Space puts down, Escape takes back.',
  pickedUp: (cardsInWords: string | number, hint: string | number) => `${cardsInWords} picked up.${hint}`,
  nowhereToDropHere: 'Nowhere to drop here.',
  droppedNowhereNothingChanged: 'Dropped nowhere; nothing changed.',
  putBackNothingChanged: (cardsInWords: string | number) => `${cardsInWords} put back; nothing changed.`,
};
