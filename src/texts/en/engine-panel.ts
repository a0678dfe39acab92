export const enginePanel = {
  // EnginePanel
  aboutTheEngine: 'About the engine',
  close: 'Close',
  stateOfATransaction: 'State of a transaction',
  howItWorks: 'How it works',
  whatItKnowsBeforehand: 'What it knows beforehand',
  whoUsesIt: 'Who uses it',
  whereItComesFrom: 'Where it comes from',
  selectATransactionToFollow: 'Select a transaction to follow it through its states.',
  is: ' is ',
  incarnation: ', incarnation ',
  numbersHowManyAreThere: 'Numbers: how many are there at this moment.',

  // StateMachine
  stateMachineOfATransaction: 'State machine of a transaction',

  // machine
  to: (from: string, to: string, on: string) => `${from} to ${to}: ${on}.`,
};
