import { expect, test } from 'vitest';
import type { Answer } from '../../class/hand.ts';
import type { Seat } from '../../class/roster.ts';
import { answeredQuestions, type Histogram, histogramOf } from './histogram.ts';

const seatWith = (answers: Record<string, Answer>, i: number): Seat => ({
  seat: i + 1,
  name: `P${i}`,
  here: true,
  place: null,
  answers,
  results: {},
  handedIn: null,
});
const choice = (option: string, right: boolean | null = null): Answer => ({ kind: 'choice', option, right });
const number = (value: number): Answer => ({ kind: 'number', number: value, right: null });
const marks = (...all: string[]): Answer => ({ kind: 'marks', marks: all, right: null });
const seatsOf = (...said: (Answer | null)[]): Seat[] =>
  said.map((answer, i) => seatWith(answer ? { q: answer } : {}, i));

/** `a 2 · b 1 +` */
const print = ({ bars }: Histogram): string =>
  bars.map(({ label, count, right }) => `${label} ${count}${right === null ? '' : right ? ' +' : ' -'}`).join(' · ');

const OPTIONS = [
  { key: 'a', label: 'A' },
  { key: 'b', label: 'B' },
  { key: 'c', label: 'C' },
];

test('choices in the order of their options, those of nobody too', () => {
  const histogram = histogramOf(seatsOf(choice('b'), choice('b'), choice('a'), null), 'q', OPTIONS);
  expect(print(histogram)).toBe('A 1 · B 2 · C 0');
  expect(histogram).toMatchObject({ answered: 3, asked: 4 });
});

test('what is no option, or of another kind, isn’t counted', () => {
  const histogram = histogramOf(seatsOf(choice('<b>'), number(3), marks('a'), choice('c')), 'q', OPTIONS);
  expect(print(histogram)).toBe('A 0 · B 0 · C 1');
  expect(histogram.answered).toBe(1);
});

test('right is what most of those say who have run it', () => {
  const said = [choice('a', true), choice('a', true), choice('a', false), choice('b', false), choice('c')];
  expect(print(histogramOf(seatsOf(...said), 'q', OPTIONS))).toBe('A 3 + · B 1 - · C 1');
});

test('few numbers one by one, many in ranges', () => {
  expect(print(histogramOf(seatsOf(number(4), number(1), number(4)), 'q', []))).toBe('1 1 · 4 2');
  const many = Array.from({ length: 12 }, (_, i) => number(i === 11 ? 1e6 : i));
  expect(print(histogramOf(seatsOf(...many), 'q', []))).toBe(
    '0 – 1 2 · 2 – 3 2 · 4 – 5 2 · 6 – 7 2 · 8 – 9 2 · 10 – 1,000,000 2',
  );
});

test('marks by how often, each once a person', () => {
  const said = [marks('tx 3', 'tx 3', 'tx 10'), marks('tx 3'), marks('tx 2', 'tx 10')];
  expect(print(histogramOf(seatsOf(...said), 'q', []))).toBe('tx 3 2 · tx 10 2 · tx 2 1');
});

test('the questions that were answered, the most answered first', () => {
  const seats = [{ x: choice('a') }, { y: choice('a'), x: choice('a') }, {}].map(seatWith);
  expect(answeredQuestions(seats)).toEqual(['x', 'y']);
});
