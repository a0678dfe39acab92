import * as v from 'valibot';
import { byKey } from './by-key.ts';
import { ENGINE_IDS, type EngineId } from '../model/settings.ts';
import {
  FIGURE_NAMES,
  type FigureName,
  TX_FIGURES,
  type TxFigure,
  WHAT_IF_FIGURES,
  type WhatIfFigure,
} from './figure-names.ts';
import { line, list, locationName, txRef, type TxRef } from './references.ts';
import { type LaneSet, laneSetSchema, type LocationSet, locationSetSchema, type TxSet, txSetSchema } from './sets.ts';
import { type SettingsPatch, settingsPatchSchema } from './settings-patch.ts';
import type { Moment, StateMoment } from './text.ts';

/** A number to be found in the document, the block's serial execution, or the run. */
export type Value =
  | number
  /** `of: "start"`: as it was when the step began. */
  | { readonly figure: FigureName; readonly of?: Moment }
  /** What the block would give run in another way (in virtual time): the figure of a run made for this, beside the one on screen. */
  | { readonly figure: WhatIfFigure; readonly with: SettingsPatch }
  /** `{ "tx": 3, "figure": "gasOf" }` */
  | { readonly tx: TxRef; readonly figure: TxFigure }
  | { readonly count: TxSet }
  | { readonly countLocations: LocationSet }
  | { readonly countLanes: LaneSet }
  /** What a location holds, as a number: wei, a counter, an address as a number. */
  | { readonly location: string; readonly in: StateMoment }
  | { readonly calc: Calculation; readonly of: readonly [Value, Value] };

export const CALCULATIONS = ['plus', 'minus', 'times', 'over', 'least', 'most'] as const;
export type Calculation = (typeof CALCULATIONS)[number];

const figure = v.picklist(FIGURE_NAMES, `a figure (${FIGURE_NAMES.join(', ')})`);
const whatIf = v.picklist(WHAT_IF_FIGURES, `a figure of a run (${WHAT_IF_FIGURES.join(', ')})`);
const moment = v.picklist(['now', 'start'], 'now or start');
const numberSchema: v.GenericSchema<unknown, Value> = v.pipe(v.number(), v.finite('a number'));
const foundSchema = byKey<Value>(
  {
    calc: v.strictObject({
      calc: v.picklist(CALCULATIONS, `one of ${CALCULATIONS.join(', ')}`),
      of: v.strictTuple([v.lazy(() => valueSchema), v.lazy(() => valueSchema)]),
    }),
    tx: v.strictObject({ tx: txRef, figure: v.picklist(TX_FIGURES, `one of ${TX_FIGURES.join(', ')}`) }),
    with: v.strictObject({ figure: whatIf, with: settingsPatchSchema }),
    figure: v.strictObject({ figure, of: v.exactOptional(moment) }),
    count: v.strictObject({ count: txSetSchema }),
    countLocations: v.strictObject({ countLocations: locationSetSchema }),
    countLanes: v.strictObject({ countLanes: laneSetSchema }),
    location: v.strictObject({
      location: locationName,
      in: v.picklist(['before', 'serial', 'run'], 'before, serial or run'),
    }),
  },
  'a number or a value: figure (with of or with), tx and figure, count, countLocations, countLanes, location and in, or calc',
);
export const valueSchema: v.GenericSchema<unknown, Value> = v.lazy((input: unknown) =>
  typeof input === 'number' ? numberSchema : foundSchema,
);

export const OPERATORS = ['<', '<=', '=', '!=', '>=', '>'] as const;
export type Operator = (typeof OPERATORS)[number];

/** `within`: all of the first in the second; `contains`: the other way round; `apart`: nothing in common. */
export const RELATIONS = ['same', 'within', 'contains', 'apart'] as const;
export type Relation = (typeof RELATIONS)[number];

/** What can be left as it was when the step began. */
export const ASPECTS = [
  /** The same transactions, in whatever order. */
  'transactions',
  /** The same transactions in the same order. */
  'order',
  /** Accounts and contracts with their storage. */
  'prestate',
  /** What serial execution leaves behind: every value, and every receipt by transaction. */
  'result',
  'engine',
  'lanes',
] as const;
export type Aspect = (typeof ASPECTS)[number];

/** Switches and choices that a condition can ask for. */
export const OPTIONS = [
  'fees',
  'credits',
  'lanesPolicy',
  'dagPolicy',
  'estimates',
  'senderLinks',
  'rollingCommit',
  'lockGranularity',
  'queueLength',
  'overDeclare',
  'listOrder',
] as const;
export type OptionName = (typeof OPTIONS)[number];
const optionValue = v.union([v.boolean(), v.number(), line], 'text, a number, true or false');

/** Something to be true of the document, its analysis and its run. What needs a run isn't true while there is none. */
export type Condition =
  /** `{ "value": { "figure": "makespan" }, "is": "<=", "to": 900000 }` */
  | { readonly value: Value; readonly is: Operator; readonly to: Value }
  /** The run against the serial result. */
  | { readonly check: 'equal' | 'different' }
  /** `refused`: the engine won't run it, as with drawn lanes that contradict block order. */
  | { readonly run: 'done' | 'refused' }
  | { readonly unchanged: readonly Aspect[] }
  | { readonly engine: EngineId }
  | { readonly clock: 'virtual' | 'measured' }
  /** A switch or choice of the engine, the fees or the credits: `{ "option": "estimates", "is": false }`. */
  | { readonly option: OptionName; readonly is: string | number | boolean }
  | { readonly transactions: TxSet; readonly are: Relation; readonly as: TxSet }
  | { readonly locations: LocationSet; readonly are: Relation; readonly as: LocationSet }
  | { readonly lanes: LaneSet; readonly are: Relation; readonly as: LaneSet }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

const relation = v.picklist(RELATIONS, `one of ${RELATIONS.join(', ')}`);
const self: v.GenericSchema<unknown, Condition> = v.lazy(() => conditionSchema);
export const conditionSchema: v.GenericSchema<unknown, Condition> = byKey<Condition>(
  {
    value: v.strictObject({
      value: valueSchema,
      is: v.picklist(OPERATORS, `one of ${OPERATORS.join(' ')}`),
      to: valueSchema,
    }),
    check: v.strictObject({ check: v.picklist(['equal', 'different'], 'equal or different') }),
    run: v.strictObject({ run: v.picklist(['done', 'refused'], 'done or refused') }),
    unchanged: v.strictObject({
      unchanged: list(v.picklist(ASPECTS, `one of ${ASPECTS.join(', ')}`), ASPECTS.length, 1),
    }),
    engine: v.strictObject({ engine: v.picklist(ENGINE_IDS, `an engine (${ENGINE_IDS.join(', ')})`) }),
    clock: v.strictObject({ clock: v.picklist(['virtual', 'measured'], 'virtual or measured') }),
    option: v.strictObject({ option: v.picklist(OPTIONS, `one of ${OPTIONS.join(', ')}`), is: optionValue }),
    transactions: v.strictObject({ transactions: txSetSchema, are: relation, as: txSetSchema }),
    locations: v.strictObject({ locations: locationSetSchema, are: relation, as: locationSetSchema }),
    lanes: v.strictObject({ lanes: laneSetSchema, are: relation, as: laneSetSchema }),
    all: v.strictObject({ all: list(self, 20, 1) }),
    any: v.strictObject({ any: list(self, 20, 1) }),
    not: v.strictObject({ not: self }),
  },
  'a condition: value/is/to, check, run, unchanged, engine, clock, option/is, transactions/are/as, locations/are/as, lanes/are/as, all, any or not',
);
