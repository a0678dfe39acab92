import { FIGURE_NAMES, type FigureName, TX_FIGURES, type TxFigure } from './figure-names.ts';

/**
 * Lesson text is plain text with a few marks, and never markup:
 *
 * ```text
 * *emphasis*                       `code`
 * [[wave]]  [[wave|the waves]]     a term of the glossary, under its own name or as other words
 * {tx 3}                           transaction 3, counted from 0 as on its card
 * {lane 2}                         lane 2, counted from 1 as beside its row
 * {loc pool.reserve0}              a state location, as the inspector names it (`{loc alice balance}`)
 * {figure makespan}                a figure of the run on screen; `{figure makespan of start}` of the one at the step's start
 * {figure gasOf 3}                 a figure of one transaction
 * {value Counter.count in run}     what a location holds: before the block, after serial execution, after the run
 * ```
 *
 * A backslash takes the meaning from the mark that follows it.
 */
export type TextNode =
  | { readonly kind: 'text' | 'emphasis' | 'code'; readonly text: string }
  | { readonly kind: 'term'; readonly term: string; readonly words: string }
  | { readonly kind: 'tx'; readonly tx: number }
  | { readonly kind: 'lane'; readonly lane: number }
  | { readonly kind: 'location'; readonly name: string }
  | { readonly kind: 'figure'; readonly figure: FigureName; readonly of: Moment }
  | { readonly kind: 'tx-figure'; readonly figure: TxFigure; readonly tx: number }
  | { readonly kind: 'value'; readonly location: string; readonly in: StateMoment };

export type Paragraph = readonly TextNode[];

/** `start`: as it was when the step began. */
export type Moment = 'now' | 'start';
/** Where a location's value is looked up. */
export type StateMoment = 'before' | 'serial' | 'run';

const MARK =
  /\\([*`[{\\])|\*([^*\n]+)\*|`([^`\n]+)`|\[\[([^\]|\n]+)(?:\|([^\]\n]+))?\]\]|\{(tx|lane|loc|figure|value) ([^}\n]+)\}/g;

/** Throws a RangeError that quotes the mark that can't be read. */
export function parseText(text: string): Paragraph {
  const nodes: TextNode[] = [];
  const addText = (more: string): void => {
    if (more === '') return;
    const last = nodes.at(-1);
    if (last?.kind === 'text') nodes[nodes.length - 1] = { kind: 'text', text: last.text + more };
    else nodes.push({ kind: 'text', text: more });
  };
  let end = 0;
  for (const match of text.matchAll(MARK)) {
    addText(checkPlain(text.slice(end, match.index)));
    end = match.index + match[0].length;
    const [mark, escaped, emphasis, code, term, words, verb, argument] = match;
    if (escaped !== undefined) addText(escaped);
    else if (emphasis !== undefined) nodes.push({ kind: 'emphasis', text: emphasis });
    else if (code !== undefined) nodes.push({ kind: 'code', text: code });
    else if (term !== undefined) nodes.push({ kind: 'term', term: term.trim(), words: words ?? term });
    else nodes.push(chip(mark, verb ?? '', (argument ?? '').trim()));
  }
  addText(checkPlain(text.slice(end)));
  return nodes;
}

/** What is left between the marks must not look like one that failed. */
function checkPlain(text: string): string {
  const [wrong] = /\{[^}]*\}?|\[\[[^\]]*/.exec(text) ?? [];
  if (wrong === undefined) return text;
  throw new RangeError(
    `expected a mark like {tx 3}, {lane 2}, {loc pool.reserve0}, {figure makespan}, {value c.count in run} or [[term]], got ${JSON.stringify(wrong.slice(0, 60))} (a backslash before it makes it plain text)`,
  );
}

function chip(mark: string, verb: string, argument: string): TextNode {
  if (verb === 'loc') return { kind: 'location', name: argument };
  if ((verb === 'tx' || verb === 'lane') && /^\d{1,5}$/.test(argument)) {
    const number = Number(argument);
    if (verb === 'tx') return { kind: 'tx', tx: number };
    if (number > 0) return { kind: 'lane', lane: number };
  }
  if (verb === 'value') {
    const [, location, moment] = /^(.+) in (before|serial|run)$/.exec(argument) ?? [];
    if (location !== undefined) return { kind: 'value', location, in: moment as StateMoment };
  }
  if (verb === 'figure') {
    const [, figure = '', of, tx] = /^(\w+)(?: of (now|start)| (\d{1,5}))?$/.exec(argument) ?? [];
    if (tx !== undefined && isTxFigure(figure)) return { kind: 'tx-figure', figure, tx: Number(tx) };
    if (tx === undefined && isFigure(figure)) return { kind: 'figure', figure, of: (of ?? 'now') as Moment };
  }
  throw new RangeError(`${mark} can’t be read: ${EXPECTED[verb] ?? ''}`);
}

const EXPECTED: Readonly<Record<string, string>> = {
  tx: 'expected the index of a transaction, as in {tx 3}',
  lane: 'expected the number of a lane, from 1, as in {lane 2}',
  value: 'expected a location and before, serial or run, as in {value Counter.count in run}',
  figure: `expected {figure name}, {figure name of start} with one of ${FIGURE_NAMES.join(', ')}, or {figure name 3} with one of ${TX_FIGURES.join(', ')}`,
};

const isFigure = (name: string): name is FigureName => (FIGURE_NAMES as readonly string[]).includes(name);
const isTxFigure = (name: string): name is TxFigure => (TX_FIGURES as readonly string[]).includes(name);

/** The words alone, for a label or a screen reader, where no run is at hand. */
export function plainText(paragraph: Paragraph): string {
  return paragraph.map(nodeText).join('');
}

function nodeText(node: TextNode): string {
  switch (node.kind) {
    case 'term':
      return node.words;
    case 'tx':
      return `transaction ${node.tx}`;
    case 'lane':
      return `lane ${node.lane}`;
    case 'location':
      return node.name;
    case 'figure':
    case 'tx-figure':
      return node.figure;
    case 'value':
      return node.location;
    default:
      return node.text;
  }
}
