export const transport = {
  // Caption
  caption: 'What has just happened',
  nothingYet: 'Nothing has happened yet.',

  // PaceButton
  tell: 'Tell the run event by event',
  tellHint: 'Playback goes from event to event, and a sentence says what has happened',

  // PlayButtons
  toTheStart: 'To the start',
  previousEvent: 'Previous event',
  pause: 'Pause',
  play: 'Play',
  nextEvent: 'Next event',
  toTheEnd: 'To the end',

  // Scrubber
  of: (exact: string | number, exact2: string | number) => `${exact} of ${exact2}`,
  momentOfTheRun: 'Moment of the run',

  // SpeedSelect
  speedOfPlaybackPlaysThe: 'Speed of playback: 1× plays the whole run in 8 seconds',
  speedOfPlayback: 'Speed of playback',

  // TimeText
  gas: ' gas',

  // Transport
  playback: 'Playback',
};
