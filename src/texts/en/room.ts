/** A class in one room. */
const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

export const room = {
  // Where somebody is
  untitled: 'an untitled block',
  screens: {
    bench: 'the bench',
    compare: 'comparing',
    papers: 'the papers',
    lessons: 'the list of lessons',
    puzzles: 'the list of puzzles',
    glossary: 'the glossary',
    class: 'the class',
  },
  transaction: (index: number) => `tx ${index}`,
  lane: (number: number) => `lane ${number}`,

  // Notices
  notOpened: (title: string) => `“${title}” could not be opened`,
  followEdit: 'follow the instructor',
  tooLargeToSend: 'This block is too large to send',
  tooLargeToSendNote:
    'The room passes on blocks of up to 1.5 MB. Save it as a file and hand that out, or take fewer transactions.',
  tooLargeToHandIn: 'This block is too large to hand in',
  tooLargeToHandInNote: 'The room takes up to 300 kB from each. Save it as a file instead.',
  ended: {
    closed: {
      title: 'The class is over',
      message:
        'The instructor has closed the room, and nothing of it was kept. What you have open stays, and so do your own documents.',
    },
    noRoom: {
      title: 'There is no room with this code here',
      message: 'Check the code on the instructor’s screen. A room that was started again has a new one.',
    },
    wrongKey: {
      title: 'This isn’t the instructor’s key',
      message: 'Open the instructor’s address as it stands in the window where the class was started.',
    },
    removed: {
      title: 'You are no longer in the class',
      message: 'The instructor has taken your seat away. What you have open stays.',
    },
    full: { title: 'The room is full', message: 'It has a seat for 120. Ask the instructor.' },
    flood: {
      title: 'Your page sent too much to the class',
      message: 'The room has ended the connection. What you have open stays; reload the page and join again.',
    },
    garbage: {
      title: 'The class didn’t understand your page',
      message: 'The room has ended the connection. Reload the page and join again.',
    },
    tooLarge: {
      title: 'Your page sent too much to the class',
      message: 'The room has ended the connection. What you have open stays; reload the page and join again.',
    },
    readOnly: {
      title: 'Only the instructor can lead',
      message: 'The room has ended the connection. Reload the page and join again.',
    },
  },

  // The bar
  region: 'Class',
  inRoom: (code: string) => `Class ${code}`,
  here: (number: number) => `${number} here`,
  connection: {
    connecting: 'Connecting …',
    connected: 'Connected',
    away: 'Connection lost. Go on working; it comes back by itself.',
    ended: 'Left',
  },
  instructorAway: 'Connection to the room lost. It comes back by itself.',
  openView: 'Class',
  openViewHint: 'Who is here, the way in, answers, puzzles',
  followMe: 'Follow me',
  followMeHint: 'Block, engine, lanes and moment of everybody who agrees follow yours',
  following: (number: number) => `${number} following`,
  sendThis: 'Send this',
  sendThisHint: 'Ask everybody to open what is open here: this block at this moment, this lesson or this puzzle',
  answersHint: 'What everybody predicted, over the run',
  answers: 'Answers',
  handIn: 'Hand in',
  handInHint: 'Give the instructor your block as it is now, to open on the projector',
  handedIn: (title: string) => `Handed in: “${title}”.`,
  leave: 'Leave',
  leaveHint: 'Leave the class; what is open stays',
  backToOwn: (title: string) => `Back to “${title}”`,

  // What participants are asked
  call: (title: string) => `The instructor sends you “${title}”.`,
  callNote: 'What you have open stays among your recent documents.',
  callOpen: 'Open it',
  callStay: 'Stay here',
  followAsk: 'The instructor asks you to follow along.',
  followAskNote:
    'Block, engine, lanes and moment then follow the projector’s until you stop. What you have open stays among your recent documents.',
  follow: 'Follow',
  followNot: 'Not now',
  followOn: 'Following the instructor',
  followStopped: 'On your own; the instructor leads',
  followStop: 'Stop following',
  followAgain: 'Follow the instructor',
  pollAnswered: (choice: string) => `You said: ${choice}. You can still change it.`,

  // The view
  view: 'A class in one room',
  close: 'Back to the run (Esc)',
  pages: {
    join: { label: 'Way in', hint: 'Address, QR code and room code, for the projector' },
    people: { label: 'Who is here', hint: 'Who is at which step; send everybody somewhere' },
    answers: { label: 'Answers', hint: 'Predictions and quick polls, counted' },
    puzzles: { label: 'Puzzles', hint: 'Who has solved what' },
  },
  pagesLabel: 'Part of the class',
  closeRoom: 'Close the room',
  closeRoomSure: 'Close it for everybody?',
  closeRoomYes: 'Close the room',
  closeRoomNo: 'Keep it open',

  // The way in
  joinTitle: 'Join the class',
  joinScan: 'Scan this in the same Wi-Fi',
  joinType: 'Scan the code, or open this address:',
  joinCode: 'Room code',
  joinAddresses: 'Address of this machine',
  joinQr: (url: string) => `QR code of ${url}`,
  nobodyYet: 'Nobody is here yet.',

  // Joining
  joinHeading: 'Join a class',
  joinNote:
    'Your instructor shows a room code. Choose any name: it is shown on the instructor’s screen, which may be the projector.',
  code: 'Room code',
  codeWrong: 'A code has six letters and digits, such as K7QM3D.',
  name: 'Your name here',
  nameMissing: 'Type a name, at least one letter.',
  join: 'Join',
  joining: 'Joining …',
  noAnswer:
    'No answer from a class server. Open the page from the address on the instructor’s screen, in the same Wi-Fi.',
  whatIsSeen:
    'The instructor sees your name, which lesson, step or puzzle you are at, what you predict, your puzzle results, and what you hand in. When the room closes, all of it is forgotten.',
  startHeading: 'Lead a class',
  startNote:
    'Start it on your machine, in the folder of Lanewise, and open the address that it prints for the instructor:',
  startCommand: 'npm run class',
  youAre: (name: string) => `You are here as ${name}.`,

  // Who is here
  peopleTable: 'Who is in the room',
  columnName: 'Name',
  columnPlace: 'Where',
  columnStep: 'Step',
  columnAnswers: 'Predictions',
  columnHanded: 'Handed in',
  columnActions: 'Seat',
  placeNone: 'just came',
  step: (step: number, steps: number) => `${step} of ${steps}`,
  isFollowing: 'following',
  isAway: 'away',
  right: (right: number, graded: number) => `${right} of ${graded} right`,
  predictions: (number: number) => count(number, 'prediction', 'predictions'),
  openSolution: 'Open',
  openSolutionOf: (name: string, title: string) => `Open “${title}” by ${name} here`,
  remove: 'Remove',
  removeOf: (name: string) => `Remove ${name} from the class`,
  waiting: 'Waiting for the first to join. The way in is on the first page.',
  hereAndAway: (here: number, away: number) => (away > 0 ? `${here} here, ${away} away` : `${here} here`),

  // Sending
  sendHeading: 'Send everybody',
  sendNote: 'Each is asked first; nobody’s work is replaced unasked.',
  sendDocument: 'Send this block',
  sendMoment: 'Send this block at this moment',
  sendLesson: 'Lesson',
  sendPuzzle: 'Puzzle',
  send: 'Send',
  sendOf: (kind: string) => `Send everybody to the ${kind}`,
  lastSent: (title: string) => `Last sent: “${title}”.`,
  followHeading: 'Follow me',
  followNote: 'Who agrees sees your block, engine, lanes and moment, and goes on when you go on.',
  followTurnOn: 'Ask everybody to follow',
  followTurnOff: 'Let everybody go',

  // Answers
  question: 'Question',
  noQuestion: 'No answers yet. Predictions of lessons appear here by themselves; or ask something now.',
  answered: (answered: number, asked: number) => `${answered} of ${asked} answered`,
  barRight: 'right',
  barWrong: 'wrong',
  barCount: (number: number) => count(number, 'answer', 'answers'),
  stepOf: (lesson: string, step: string) => `${lesson}: ${step}`,
  pollOf: (question: string) => `Poll: ${question}`,
  pollHeading: 'Ask everybody now',
  pollQuestion: 'Question',
  pollChoices: 'Choices, one a line (2 to 8)',
  pollAsk: 'Ask',
  pollClose: 'End the question',
  showWhileAsked: 'Show what they say so far',
  hiddenWhileAsked: 'The counts stay hidden while the question is open, so that nobody follows the crowd.',
  pollProblem: 'A question and two to eight choices are needed.',
  hideAnswers: 'Hide the answers',

  // Puzzles
  noResults: 'No puzzle has been tried yet.',
  boardTable: 'Puzzle results',
  columnStars: 'Stars',
  columnExcess: 'Gas above the optima',
  stars: (stars: number) => `${count(stars, 'star', 'stars')} of 3`,
  makespan: (gas: string) => `${gas} gas`,
  optimum: (gas: string) => `optimum ${gas}`,
};
