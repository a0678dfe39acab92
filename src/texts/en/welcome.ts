/** To who is here for the first time. */
export const welcome = {
  label: 'Welcome',
  whatThisIs:
    'Lanewise executes this block of transactions on several lanes at once, on real EVMs in your browser, and shows what stands in the way of going faster.',
  firstLesson: 'First lesson',
  tellTheRun: 'Tell me this run',
  dismiss: 'Put the welcome away',
};
