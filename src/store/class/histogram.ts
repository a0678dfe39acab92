import type { Answer } from '../../class/hand.ts';
import type { Seat } from '../../class/roster.ts';

/** How a class answered one question. */
export interface Histogram {
  /** Of those in the room or away who have a seat. */
  readonly answered: number;
  readonly asked: number;
  /** In the order of the question's options; else by number, or by how often. */
  readonly bars: readonly Bar[];
}

export interface Bar {
  /** Key of an option; what to show is the caller's to know. */
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** Whether the run proved it right, by most of those who said so and have run it; null while nobody has. */
  readonly right: boolean | null;
}

/** An option of a question, in its order. */
export interface Option {
  readonly key: string;
  readonly label: string;
}

/** More different numbers than this are put together in ranges. */
const SINGLE_NUMBERS = 8;
const RANGES = 6;
const MOST_MARKS = 12;

/** `options`: those of a choice; what somebody answered beside them isn't counted. Empty for numbers and marks. */
export function histogramOf(seats: readonly Seat[], question: string, options: readonly Option[]): Histogram {
  const answers = seats.flatMap(({ answers }) => (Object.hasOwn(answers, question) ? [answers[question]] : []));
  const said = answers.filter((answer): answer is Answer => answer !== undefined);
  const counted = options.length > 0 ? said.filter((answer) => isOneOf(options, answer)) : said;
  return { answered: counted.length, asked: seats.length, bars: barsOf(counted, options) };
}

/** Questions that somebody has answered, the most answered first; for those without a question of the instructor's. */
export function answeredQuestions(seats: readonly Seat[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { answers } of seats) {
    for (const question of Object.keys(answers)) counts.set(question, (counts.get(question) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([question]) => question);
}

const isOneOf = (options: readonly Option[], answer: Answer): boolean =>
  answer.kind === 'choice' && options.some(({ key }) => key === answer.option);

function barsOf(answers: readonly Answer[], options: readonly Option[]): readonly Bar[] {
  if (options.length > 0) {
    return options.map(({ key, label }) =>
      toBar(
        key,
        label,
        answers.filter((answer) => picks(answer).includes(key)),
      ),
    );
  }
  const numbers = answers.flatMap((answer) => (answer.kind === 'number' ? [answer.number] : []));
  if (numbers.length > 0) return numberBars(answers, numbers);
  const keys = [...new Set(answers.flatMap(picks))];
  return keys
    .map((key) =>
      toBar(
        key,
        key,
        answers.filter((answer) => picks(answer).includes(key)),
      ),
    )
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en', { numeric: true }))
    .slice(0, MOST_MARKS);
}

function numberBars(answers: readonly Answer[], numbers: readonly number[]): readonly Bar[] {
  const single = [...new Set(numbers)].sort((a, b) => a - b);
  const within = (from: number, to: number): readonly Answer[] =>
    answers.filter((answer) => answer.kind === 'number' && answer.number >= from && answer.number <= to);
  if (single.length <= SINGLE_NUMBERS) {
    return single.map((number) => toBar(String(number), formatNumber(number), within(number, number)));
  }
  // Ranges that hold about equally many different numbers, so that one wild guess doesn't push all others into one bar.
  const size = Math.ceil(single.length / RANGES);
  return Array.from({ length: Math.ceil(single.length / size) }, (_, i) => {
    const [from, to] = [single[i * size] ?? 0, single[Math.min((i + 1) * size, single.length) - 1] ?? 0];
    const label = from === to ? formatNumber(from) : `${formatNumber(from)} – ${formatNumber(to)}`;
    return toBar(`${from}`, label, within(from, to));
  });
}

function toBar(key: string, label: string, answers: readonly Answer[]): Bar {
  const graded = answers.filter(({ right }) => right !== null);
  const right = graded.filter((answer) => answer.right).length;
  return { key, label, count: answers.length, right: graded.length === 0 ? null : right * 2 > graded.length };
}

function picks(answer: Answer): readonly string[] {
  if (answer.kind === 'choice') return [answer.option];
  return answer.kind === 'marks' ? [...new Set(answer.marks)] : [];
}

const formatNumber = (number: number): string => number.toLocaleString('en', { maximumFractionDigits: 3 });
