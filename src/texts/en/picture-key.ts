/** What the timeline's marks mean. */
export const pictureKey = {
  heading: 'Marks of the lanes',
  run: 'a transaction is executed, in the colour of its contract; notches: its reads',
  thrownAway: 'executed in vain: aborted later, or blocked and given up',
  valid: 'what it had read was checked, and still holds',
  stale: 'it doesn’t hold any more: the transaction is executed again',
  abortArrow: 'why: from the write to whoever had read too early',
  wait: 'the lane has nothing to do; the words in it say for whom it waits',
  commit: 'under the lanes: a transaction is final',
  barrier: 'a barrier: a round of optimistic rounds begins',
  bound: 'the bound: no schedule with the same knowledge ends before',
  makespan: 'the makespan: all is done',
  slider: 'on the slider: executions have ended; in red, one was aborted',
};
