import * as v from 'valibot';
import { check } from '../formats/fields.ts';
import { FormatError, describeValue } from '../formats/format-error.ts';
import { parseJson } from '../formats/parse-json.ts';
import { type Action, actionSchema } from './actions.ts';
import { byKey } from './by-key.ts';
import { type Condition, conditionSchema, type Value, valueSchema } from './conditions.ts';
import { FIGURE_NAMES, type FigureName } from './figure-names.ts';
import {
  idSchema,
  laneNumber,
  line,
  list,
  locationName,
  MAX_ACTIONS,
  MAX_PARAGRAPHS,
  MAX_STEPS,
  txRef,
  type TxRef,
} from './references.ts';
import {
  isComputed,
  type LaneSet,
  laneSetSchema,
  type LocationSet,
  locationSetSchema,
  type TxSet,
  txSetSchema,
} from './sets.ts';
import { type SettingsPatch, settingsPatchSchema } from './settings-patch.ts';
import { type Start, startSchema } from './start.ts';
import { type Paragraph, parseText } from './text.ts';

/*
 * A lesson is one JSON file. Its texts are parsed when it is read (`parseText` explains the marks), so that a bad mark is
 * refused at the door with its path; in the file they are strings. Counting is the screen's: transactions from 0, lanes and
 * waves from 1.
 *
 * Numbers in a lesson are found, not written: what is right is a condition or a value that is looked up in the run.
 */

export const LESSON_FORMAT = 'lanewise-lesson';
export const LESSON_VERSION = 1;
/** Characters of a lesson file; the longest of ours has a tenth of that. */
export const MAX_LESSON_TEXT = 500_000;

export interface Lesson {
  /** Unique among the lessons of a language; progress is kept under it. */
  readonly id: string;
  /** BCP 47: `en`. */
  readonly language: string;
  readonly title: string;
  /** How long it takes, about. */
  readonly minutes: number;
  /** One or two sentences for the list. */
  readonly summary: string;
  /** What one knows afterwards, in a few words each. */
  readonly teaches: readonly string[];
  readonly sources: readonly Source[];
  /** What the first step begins with. */
  readonly scenario: Start;
  readonly steps: readonly Step[];
}

export interface Source {
  readonly label: string;
  /** https only. */
  readonly url?: string;
}

interface StepBase {
  /** Unique in the lesson. */
  readonly id: string;
  readonly title: string;
  readonly text: readonly Paragraph[];
  /** Another block to begin this step with; it becomes a document of its own, as the lesson's first. */
  readonly scenario?: Start;
  /** Laid over the settings when the step begins. */
  readonly settings?: SettingsPatch;
  /**
   * What isn't shown yet. `run`: the document isn't run by itself; it stays as it is, with the run of before (marked as out
   * of date) or none, until it is run by hand. `analysis`: nor are conflicts and gas shown. Absent: `run` in every step before a
   * `run` step that belongs to the same block, else `nothing`.
   */
  readonly hide?: 'nothing' | 'run' | 'analysis';
  /** Which views to bring to the front. */
  readonly views?: readonly ViewName[];
  /** Controls that this step needs. All others that change the document or run it are locked. */
  readonly unlock?: readonly Control[];
  readonly spotlight?: readonly Target[];
  /** What the inspector tells of. */
  readonly select?: { readonly tx: TxRef } | { readonly location: string };
  /** Moment of the run shown when the step begins; absent: as it is. `at`: from 0 (start) to 1 (end). */
  readonly moment?: { readonly at: number };
  /** For the presenter. */
  readonly speaker?: { readonly minutes: number; readonly notes: readonly string[] };
}

/** Something to read. */
export interface ExplainStep extends StepBase {
  readonly kind: 'explain';
}

/** A prediction, locked in before the run that answers it; a later `compare` step draws it over the result. */
export interface PredictStep extends StepBase {
  readonly kind: 'predict';
  readonly question: Paragraph;
  readonly answer: AnswerSpec;
  /** Shown with the result. */
  readonly right: Paragraph;
  readonly wrong: Paragraph;
  readonly hints: readonly Paragraph[];
}

/** The user runs the block. */
export interface RunStep extends StepBase {
  readonly kind: 'run';
  /** Plays the run from its start, so fast that the whole takes 8 s ÷ speed, and stops at each event of these kinds. Absent: the end is shown. */
  readonly playback?: { readonly speed: number; readonly pauseAt?: readonly PauseEvent[] };
}

/** The predictions named, over the result. */
export interface CompareStep extends StepBase {
  readonly kind: 'compare';
  /** Ids of predict steps; absent: all since the last compare step. */
  readonly of?: readonly string[];
}

/** Something to bring about. */
export interface ChangeStep extends StepBase {
  readonly kind: 'change';
  /** All of them at once. At least one isn't reached when the step begins. */
  readonly goals: readonly Goal[];
  /** From a nudge to nearly the answer. */
  readonly hints: readonly Paragraph[];
  /** Reaches the goals; can be played back. A run follows by itself where the block is short. */
  readonly solution: readonly Action[];
  /** What people try: what to say when `when` holds (the first that does). `actions` is one way there, for the test. */
  readonly wrongPaths: readonly WrongPath[];
  /** Shown when the goals are reached. */
  readonly done: Paragraph;
}

export interface Goal {
  readonly text: Paragraph;
  readonly when: Condition;
}

export interface WrongPath {
  readonly actions: readonly Action[];
  readonly when: Condition;
  readonly text: Paragraph;
}

export type Step = ExplainStep | PredictStep | RunStep | CompareStep | ChangeStep;
export type StepKind = Step['kind'];
export const STEP_KINDS = ['explain', 'predict', 'run', 'compare', 'change'] as const satisfies readonly StepKind[];

/** How to answer, and what is right: found in the run that the compare step shows. */
export type AnswerSpec =
  | { readonly kind: 'choice'; readonly options: readonly ChoiceOption[] }
  | NumberSpec
  /** Marked in the views. `foreseen`: sets that people mark by mistake, and what to say to them. */
  | { readonly kind: 'transactions'; readonly set: TxSet; readonly foreseen: readonly Foreseen<TxSet>[] }
  | { readonly kind: 'locations'; readonly set: LocationSet; readonly foreseen: readonly Foreseen<LocationSet>[] }
  | { readonly kind: 'lanes'; readonly set: LaneSet; readonly foreseen: readonly Foreseen<LaneSet>[] };

export interface ChoiceOption {
  readonly id: string;
  readonly text: Paragraph;
  readonly right: Condition;
  /** Shown, with the result, to those who chose it. */
  readonly why?: Paragraph;
}

export interface NumberSpec {
  readonly kind: 'number';
  readonly value: Value;
  readonly unit: Unit;
  /** As a share of the value: 0.05 accepts 5 % more or less. Absent: 0. */
  readonly within?: number;
  readonly foreseen: readonly Foreseen<Value>[];
}

/** `gas` is shown as µs when the clock is the measured one; `times` as `2.5×`. */
export const UNITS = ['gas', 'times', 'percent', 'transactions', 'lanes', 'waves', 'aborts', 'pairs', 'count'] as const;
export type Unit = (typeof UNITS)[number];

export interface Foreseen<Wrong> {
  readonly answer: Wrong;
  readonly text: Paragraph;
}

export const VIEWS = ['block', 'board', 'timeline', 'conflicts', 'inspector', 'figures', 'transport'] as const;
export type ViewName = (typeof VIEWS)[number];

/**
 * `place`: put cards on lanes. `reorder`: move cards in the block. `edit`: add, change, remove transactions. `contract`: contracts and
 * accounts. `options` with costs, fees and credits.
 */
export const CONTROLS = [
  'run',
  'engine',
  'lanes',
  'clock',
  'options',
  'place',
  'reorder',
  'edit',
  'contract',
  'playback',
  'compare',
] as const;
export type Control = (typeof CONTROLS)[number];

/** What a step speaks of: outlined. */
export type Target =
  | { readonly view: ViewName }
  | { readonly control: Control }
  | { readonly figure: FigureName }
  | { readonly tx: TxRef }
  | { readonly transactions: TxSet }
  | { readonly location: string }
  | { readonly lane: number };

/** Events that a run step can stop at. */
export const PAUSE_EVENTS = ['read', 'blocked', 'finished', 'validated', 'aborted', 'committed', 'waiting'] as const;
export type PauseEvent = (typeof PAUSE_EVENTS)[number];

const text: v.GenericSchema<unknown, Paragraph> = v.pipe(
  v.string(),
  v.minLength(1, 'text that isn’t empty'),
  v.maxLength(2_000, 'a paragraph of at most 2000 characters'),
  v.rawTransform<string, Paragraph>(({ dataset, addIssue, NEVER }) => {
    try {
      return parseText(dataset.value);
    } catch (error) {
      addIssue({ message: error instanceof Error ? error.message.replace(/^expected /, '') : String(error) });
      return NEVER;
    }
  }),
);
const texts = list(text, MAX_PARAGRAPHS, 1);
const note = v.pipe(v.string(), v.maxLength(2_000, 'text of at most 2000 characters'));
const minutes = v.pipe(v.number(), v.minValue(0, 'minutes from 0'), v.maxValue(90, 'at most 90 minutes'));

export const sourceSchema = v.strictObject({
  label: line,
  url: v.exactOptional(
    v.pipe(v.string(), v.regex(/^https:\/\/[^\s"'<>]{1,400}$/, 'an address that begins with https://')),
  ),
});

const targetSchema: v.GenericSchema<unknown, Target> = byKey<Target>(
  {
    view: v.strictObject({ view: v.picklist(VIEWS, `a view (${VIEWS.join(', ')})`) }),
    control: v.strictObject({ control: v.picklist(CONTROLS, `a control (${CONTROLS.join(', ')})`) }),
    figure: v.strictObject({ figure: v.picklist(FIGURE_NAMES, `a figure (${FIGURE_NAMES.join(', ')})`) }),
    tx: v.strictObject({ tx: txRef }),
    transactions: v.strictObject({ transactions: txSetSchema }),
    location: v.strictObject({ location: locationName }),
    lane: v.strictObject({ lane: laneNumber }),
  },
  'something to point at: view, control, figure, tx, transactions, location or lane',
);

const base = {
  id: idSchema,
  title: line,
  text: texts,
  scenario: v.exactOptional(startSchema),
  settings: v.exactOptional(settingsPatchSchema),
  hide: v.exactOptional(v.picklist(['nothing', 'run', 'analysis'], 'nothing, run or analysis')),
  views: v.exactOptional(list(v.picklist(VIEWS, `a view (${VIEWS.join(', ')})`), VIEWS.length)),
  unlock: v.exactOptional(list(v.picklist(CONTROLS, `a control (${CONTROLS.join(', ')})`), CONTROLS.length)),
  spotlight: v.exactOptional(list(targetSchema, 20)),
  select: v.exactOptional(
    byKey<{ tx: TxRef } | { location: string }>(
      { tx: v.strictObject({ tx: txRef }), location: v.strictObject({ location: locationName }) },
      'tx or location',
    ),
  ),
  moment: v.exactOptional(
    v.strictObject({ at: v.pipe(v.number(), v.minValue(0, 'from 0 to 1'), v.maxValue(1, 'from 0 to 1')) }),
  ),
  speaker: v.exactOptional(v.strictObject({ minutes, notes: v.optional(list(note, 20), []) })),
};

function foreseen<Wrong>(answer: v.GenericSchema<unknown, Wrong>) {
  return v.optional(list(v.strictObject({ answer, text }), 10), []);
}

/** What is right must be found, so that no block can make the lesson wrong. */
function found<Set extends TxSet | LocationSet | LaneSet>(set: v.GenericSchema<unknown, Set>) {
  return v.pipe(
    set,
    v.check<Set, string>(isComputed, 'a set that is found in the run: `listed` can’t be the right answer'),
  );
}

const answerSchema: v.GenericSchema<unknown, AnswerSpec> = v.variant(
  'kind',
  [
    v.strictObject({
      kind: v.literal('choice'),
      options: list(v.strictObject({ id: idSchema, text, right: conditionSchema, why: v.exactOptional(text) }), 8, 2),
    }),
    v.strictObject({
      kind: v.literal('number'),
      value: v.pipe(
        valueSchema,
        v.check((value) => typeof value !== 'number', 'a value that is found in the run, not a number'),
      ),
      unit: v.picklist(UNITS, `a unit (${UNITS.join(', ')})`),
      within: v.exactOptional(v.pipe(v.number(), v.minValue(0, 'from 0 to 1'), v.maxValue(1, 'from 0 to 1'))),
      foreseen: foreseen(valueSchema),
    }),
    v.strictObject({ kind: v.literal('transactions'), set: found(txSetSchema), foreseen: foreseen(txSetSchema) }),
    v.strictObject({
      kind: v.literal('locations'),
      set: found(locationSetSchema),
      foreseen: foreseen(locationSetSchema),
    }),
    v.strictObject({ kind: v.literal('lanes'), set: found(laneSetSchema), foreseen: foreseen(laneSetSchema) }),
  ],
  'an answer whose kind is choice, number, transactions, locations or lanes',
);

const hints = v.optional(list(text, 6), []);
const actions = list(actionSchema, MAX_ACTIONS, 1);

const stepSchema: v.GenericSchema<unknown, Step> = v.variant(
  'kind',
  [
    v.strictObject({ kind: v.literal('explain'), ...base }),
    v.strictObject({
      kind: v.literal('predict'),
      ...base,
      question: text,
      answer: answerSchema,
      right: text,
      wrong: text,
      hints,
    }),
    v.strictObject({
      kind: v.literal('run'),
      ...base,
      playback: v.exactOptional(
        v.strictObject({
          speed: v.pipe(v.number(), v.minValue(0.05, 'at least 0.05'), v.maxValue(16, 'at most 16')),
          pauseAt: v.exactOptional(
            list(v.picklist(PAUSE_EVENTS, `an event (${PAUSE_EVENTS.join(', ')})`), PAUSE_EVENTS.length),
          ),
        }),
      ),
    }),
    v.strictObject({ kind: v.literal('compare'), ...base, of: v.exactOptional(list(idSchema, 10, 1)) }),
    v.strictObject({
      kind: v.literal('change'),
      ...base,
      goals: list(v.strictObject({ text, when: conditionSchema }), 8, 1),
      hints,
      solution: actions,
      wrongPaths: v.optional(list(v.strictObject({ actions, when: conditionSchema, text }), 10), []),
      done: text,
    }),
  ],
  `a step whose kind is ${STEP_KINDS.join(', ')}`,
);

const lessonSchema = v.strictObject({
  format: v.literal(LESSON_FORMAT, `"${LESSON_FORMAT}"`),
  version: v.literal(LESSON_VERSION, `version ${LESSON_VERSION}, the one that this program reads`),
  id: idSchema,
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language like en')),
  title: line,
  minutes,
  summary: v.pipe(v.string(), v.minLength(1, 'text that isn’t empty'), v.maxLength(600, 'at most 600 characters')),
  teaches: list(line, 10),
  sources: list(sourceSchema, 30),
  scenario: startSchema,
  steps: list(stepSchema, MAX_STEPS, 1),
});

const FIX = 'Correct the lesson’s file; docs/authoring-lessons.md explains every field.';

/** A lesson from the text of its file. Throws a FormatError with the path of what is wrong. */
export function lessonFromText(fileText: string): Lesson {
  if (fileText.length > MAX_LESSON_TEXT) {
    throw new FormatError({
      where: 'the file',
      expected: `at most ${MAX_LESSON_TEXT.toLocaleString('en')} characters`,
      came: fileText.length.toLocaleString('en'),
      fix: 'A lesson holds texts and a small block; larger blocks are opened as files of their own.',
    });
  }
  return parseLesson(parseJson(fileText));
}

/** Takes a lesson out of a parsed file. Throws a FormatError with the path of what is wrong. */
export function parseLesson(json: unknown): Lesson {
  const { format: _format, version: _version, ...lesson } = check(lessonSchema, json, { fix: FIX });
  checkSteps(lesson.steps);
  return lesson;
}

/** What no field can say alone: ids, and that every prediction meets its result. */
function checkSteps(steps: readonly Step[]): void {
  const fail = (index: number, field: string, expected: string, came: string): never => {
    throw new FormatError({ where: `steps[${index}].${field}`, expected, came, fix: FIX });
  };
  const ids = new Set<string>();
  let open: string[] = [];
  const answered = new Set<string>();
  steps.forEach((step, index) => {
    if (ids.has(step.id)) fail(index, 'id', 'an id that no other step has', describeValue(step.id));
    ids.add(step.id);
    if (step.kind === 'predict') {
      open.push(step.id);
      if (
        step.answer.kind === 'choice' &&
        new Set(step.answer.options.map(({ id }) => id)).size < step.answer.options.length
      )
        fail(index, 'answer.options', 'options with different ids', 'two alike');
    }
    if (step.kind !== 'compare') return;
    const predicted = steps.slice(0, index).flatMap(({ kind, id }) => (kind === 'predict' ? [id] : []));
    for (const id of step.of ?? []) {
      if (!predicted.includes(id)) fail(index, 'of', 'ids of predict steps before this one', describeValue(id));
    }
    if (!step.of && open.length === 0)
      fail(index, 'of', 'a predict step before this one', 'none since the last compare step');
    for (const id of step.of ?? open) answered.add(id);
    open = open.filter((id) => !answered.has(id));
  });
  const lost = steps.findIndex(({ kind, id }) => kind === 'predict' && !answered.has(id));
  if (lost >= 0) fail(lost, 'kind', 'a compare step after this prediction', 'none');
}

/** The predict steps that a compare step shows. */
export function comparedSteps(lesson: Lesson, compare: CompareStep): readonly PredictStep[] {
  const { steps } = lesson;
  const at = steps.indexOf(compare);
  const last = steps.slice(0, at).findLastIndex(({ kind }) => kind === 'compare');
  const isAsked = (step: Step, index: number): boolean =>
    index < at && (compare.of ? compare.of.includes(step.id) : index > last);
  return steps.filter((step, index): step is PredictStep => step.kind === 'predict' && isAsked(step, index));
}
