/** What a room allows. Sizes are bytes on the wire; a class of forty-five stays far below all of them. */
export const LIMITS = {
  /** Seats that a room gives away; a seat is kept for whoever comes back. */
  seats: 120,
  /** Connections at one time: two a participant, and room to come back before the old one is noticed to be gone. */
  connections: 400,
  /** Connections of one seat at a time: two of the page, two of the same page reloaded, and two whose end wasn't noticed yet. */
  connectionsPerSeat: 6,
  /** New connections of one address: at once, and in each second after that. A whole class may sit behind one address. */
  joinBurst: 240,
  joinsPerSecond: 20,
  /** Addresses and lost seats that are remembered. */
  remembered: 10_000,

  /** One message of a participant. The largest honest one is all of its document, after a long time without a connection. */
  participantMessage: 700_000,
  participantBurst: { messages: 200, bytes: 1_000_000 },
  participantPerSecond: { messages: 40, bytes: 100_000 },
  /** What a participant's own document may grow to. */
  handDocument: 600_000,

  instructorMessage: 8_000_000,
  instructorBurst: { messages: 2_000, bytes: 12_000_000 },
  instructorPerSecond: { messages: 200, bytes: 2_000_000 },
  leadDocument: 16_000_000,

  /** Bytes that wait to be sent to somebody who reads too slowly. */
  backlog: 8_000_000,

  /** A scenario sent to the class, as text; one handed in. */
  sentText: 1_500_000,
  handedText: 300_000,
  /** A lesson sent: what a lesson file may have. */
  lessonText: 500_000,

  nameLength: 32,
  titleLength: 120,
  idLength: 120,
  pollChoices: 8,
  answers: 300,
  results: 300,
  marks: 64,
} as const;
