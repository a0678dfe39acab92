import type { Action } from '../../lessons/actions.ts';
import type { Answer } from '../../lessons/answer.ts';
import { figureOf, findValue, heldIn, holds, txFigure, whatIfsIn } from '../../lessons/evaluate.ts';
import { BLOCK_FIGURES, RUN_FIGURES } from '../../lessons/figure-names.ts';
import { findLanes, findLocations, findTransactions } from '../../lessons/find-sets.ts';
import { grade, rightAnswer } from '../../lessons/grade.ts';
import { hiddenIn } from '../../lessons/hidden.ts';
import { type ChangeStep, comparedSteps, type Lesson, type PredictStep, type Step } from '../../lessons/lesson.ts';
import {
  goOn,
  isDone,
  lockAnswer,
  type Progress,
  recordDone,
  recordGrade,
  startProgress,
} from '../../lessons/progress.ts';
import { type Evidence, indexOfRef, locationNamed, type Scene, whatIfKey } from '../../lessons/scene.ts';
import { patchSettings } from '../../lessons/settings-patch.ts';
import type { FindExample } from '../../lessons/start.ts';
import { type Paragraph, plainText, type TextNode } from '../../lessons/text.ts';
import type { Runner } from '../../drivers/runner.ts';
import type { RunMetrics } from '../../model/run.ts';
import type { Scenario } from '../../model/scenario.ts';
import { buildBlock } from '../../workloads/build-block.ts';
import { drawnLanes } from '../../workloads/drawn-lanes.ts';
import { presentationOf } from '../presentation.ts';
import { applyAction } from './apply-action.ts';
import { controlsOf } from './controls.ts';
import { enterStep } from './step-scenario.ts';
import { startScenario } from '../../lessons/start.ts';

export interface PlayDeps {
  readonly runner: Runner;
  readonly findExample: FindExample;
  /** Whether the glossary has the term; absent: not asked. */
  readonly isTerm?: (term: string) => boolean;
}

/** One step as it was played. */
export interface PlayedStep {
  readonly id: string;
  readonly kind: Step['kind'];
  /** Prediction: what is right. */
  readonly right?: Answer | null;
  /** What of it needs workers, and wasn't played (measured runs in Node). */
  readonly skipped?: string;
  /** Figures of the run at the step's end. */
  readonly metrics: RunMetrics | null;
}

export interface PlayedLesson {
  readonly steps: readonly PlayedStep[];
  readonly progress: Progress;
  /** All that is wrong with the lesson: step, and what. Empty: it can be played to its end. */
  readonly problems: readonly string[];
}

/**
 * Plays a lesson without a page: every prediction is answered rightly, every change done by its own solution; then each wrong
 * path and each answer foreseen as wrong is played too, and must be wrong and meet its own text. Marks in the texts must name what is
 * there. A measured run is skipped where the runner refuses it.
 */
export async function playLesson(lesson: Lesson, deps: PlayDeps): Promise<PlayedLesson> {
  const { runner, findExample } = deps;
  const problems: string[] = [];
  const played: PlayedStep[] = [];
  let progress = startProgress(lesson);
  let scenario = startScenario(lesson.scenario, findExample);

  for (const [index, step] of lesson.steps.entries()) {
    const complain = (what: string): void =>
      void problems.push(`${lesson.id} · step ${index + 1} “${step.id}”: ${what}`);
    try {
      scenario = enterStep(scenario, step, findExample);
      const scene = await lookAt(scenario, runner);
      const evidence = await gather(scene, scene, step, runner);
      checkTexts(beginTexts(step), evidence, deps, complain, hiddenIn(lesson, index));
      checkReferences(step, scene, complain);
      const measured = scenario.settings.clock === 'measured' && !scene.report;
      const skipped = measured ? { skipped: 'a measured run needs workers' } : {};
      let end = scene;
      let right: Answer | null | undefined;
      switch (step.kind) {
        case 'explain':
          break;
        case 'predict':
          // What is right is looked for in the run that answers it. Till then any answer of the right kind will do.
          progress = lockAnswer(progress, step, await foresee(lesson, index, scenario, deps));
          break;
        case 'run':
          if (!scene.report && !scene.refused && !measured) complain('it can’t be run');
          progress = recordDone(progress, step.id, 'self');
          break;
        case 'compare':
          for (const predict of comparedSteps(lesson, step)) {
            const asked = await gather(scene, scene, predict, runner);
            right = rightAnswer(predict.answer, asked);
            if (!measured) checkPrediction(predict, right, asked, deps, complain);
            const verdict = right && grade(predict, right, asked);
            if (verdict) progress = recordGrade(progress, predict.id, verdict.right);
          }
          break;
        case 'change': {
          if (measured) {
            progress = recordDone(progress, step.id, 'self');
            break;
          }
          end = await checkChange(step, scene, deps, complain);
          scenario = end.scenario;
          progress = recordDone(progress, step.id, 'self');
        }
      }
      played.push({
        id: step.id,
        kind: step.kind,
        ...skipped,
        ...(right !== undefined && { right }),
        metrics: end.report?.metrics ?? null,
      });
      if (!isDone(step, progress)) complain('it isn’t done after all that can be done in it');
    } catch (error) {
      complain(error instanceof Error ? error.message : String(error));
      return { steps: played, progress, problems };
    }
    progress = goOn(lesson, progress);
  }
  return { steps: played, progress, problems };
}

/** The document, analysed and run. */
async function lookAt(scenario: Scenario, runner: Runner): Promise<Scene> {
  const { block, problems } = buildBlock(scenario);
  if (!block) throw new Error(`the block can’t be run: ${problems.find(({ blocking }) => blocking)?.message}`);
  const analysed = await runner.analyse(block, scenario.settings).outcome;
  const analysis = analysed.kind === 'done' ? analysed.value : null;
  const ran = await runner.run({ block, settings: scenario.settings, ...drawnLanes(scenario) }).outcome;
  if (ran.kind === 'failed') throw new Error(`the run failed: ${ran.message}`);
  return {
    scenario,
    block,
    analysis,
    report: ran.kind === 'done' ? ran.value : null,
    refused: ran.kind === 'refused' && scenario.settings.clock === 'virtual',
    nameOf: presentationOf(scenario, block, analysis).locationName,
  };
}

/** What the step's conditions ask for, the ways not on screen among it. */
async function gather(now: Scene, start: Scene, asking: unknown, runner: Runner): Promise<Evidence> {
  const patches = whatIfsIn(asking);
  const whatIf = new Map<string, RunMetrics>();
  for (const patch of patches) {
    if (!now.block || whatIf.has(whatIfKey(patch))) continue;
    const settings = patchSettings(now.scenario.settings, { clock: 'virtual', ...patch });
    const request = { block: now.block, settings, ...drawnLanes({ ...now.scenario, settings }) };
    const ran = await runner.run(request).outcome;
    if (ran.kind === 'done') whatIf.set(whatIfKey(patch), ran.value.metrics);
  }
  return { now, start, whatIf };
}

/** The right answer to a prediction, found where its compare step will look for it; else any of its kind. */
async function foresee(lesson: Lesson, index: number, scenario: Scenario, deps: PlayDeps): Promise<Answer> {
  const step = lesson.steps[index] as PredictStep;
  let later = scenario;
  for (const next of lesson.steps.slice(index + 1)) {
    if (next.kind === 'change') break;
    later = enterStep(later, next, deps.findExample);
    if (next.kind !== 'compare' || !comparedSteps(lesson, next).includes(step)) continue;
    const scene = await lookAt(later, deps.runner);
    const right = rightAnswer(step.answer, await gather(scene, scene, step, deps.runner));
    if (right) return right;
  }
  return anyAnswer(step);
}

function anyAnswer({ answer }: PredictStep): Answer {
  switch (answer.kind) {
    case 'choice':
      return { kind: 'choice', option: answer.options[0]?.id ?? '' };
    case 'number':
      return { kind: 'number', number: 0 };
    case 'transactions':
      return { kind: 'transactions', transactions: [] };
    case 'locations':
      return { kind: 'locations', locations: [] };
    case 'lanes':
      return { kind: 'lanes', lanes: [] };
  }
}

type Complain = (what: string) => void;
type Hidden = ReturnType<typeof hiddenIn>;

function checkPrediction(
  predict: PredictStep,
  right: Answer | null,
  evidence: Evidence,
  deps: PlayDeps,
  complain: Complain,
): void {
  const { answer: spec } = predict;
  const of = `the prediction “${predict.id}”`;
  if (!right) {
    complain(`${of} has no right answer in this run`);
    return;
  }
  if (!grade(predict, right, evidence)?.right) complain(`${of}: the right answer doesn’t count as right`);
  const texts = [predict.right, predict.wrong];
  const mustBeWrong = (answer: Answer, text: Paragraph | undefined, which: string): void => {
    const verdict = grade(predict, answer, evidence);
    if (!verdict) complain(`${of}: ${which} can’t be judged`);
    else if (verdict.right) complain(`${of}: ${which} is foreseen as wrong, and right`);
    else if (text && !verdict.text.includes(text)) complain(`${of}: ${which} meets another text than its own`);
    if (text) texts.push(text);
  };
  switch (spec.kind) {
    case 'choice': {
      const options = spec.options.filter(({ id }) => !grade(predict, { kind: 'choice', option: id }, evidence)?.right);
      if (options.length === 0) complain(`${of}: every option is right`);
      for (const { id, why } of options) mustBeWrong({ kind: 'choice', option: id }, why, `option “${id}”`);
      for (const { why } of spec.options) if (why) texts.push(why);
      break;
    }
    case 'number':
      for (const [i, { answer, text }] of spec.foreseen.entries()) {
        const number = findValue(evidence, answer);
        if (number === null) complain(`${of}: foreseen[${i}] has no value`);
        else mustBeWrong({ kind: 'number', number }, text, `foreseen[${i}], ${number},`);
      }
      break;
    case 'transactions':
      for (const [i, { answer, text }] of spec.foreseen.entries()) {
        const transactions = [...(findTransactions(evidence.now, answer) ?? [])];
        mustBeWrong({ kind: 'transactions', transactions }, text, `foreseen[${i}], ${transactions.join()},`);
      }
      break;
    case 'locations':
      for (const [i, { answer, text }] of spec.foreseen.entries()) {
        const locations = [...(findLocations(evidence.now, answer) ?? [])];
        mustBeWrong({ kind: 'locations', locations }, text, `foreseen[${i}]`);
      }
      break;
    case 'lanes':
      for (const [i, { answer, text }] of spec.foreseen.entries()) {
        const lanes = [...(findLanes(evidence.now, answer) ?? [])];
        mustBeWrong({ kind: 'lanes', lanes }, text, `foreseen[${i}]`);
      }
  }
  checkTexts(texts, evidence, deps, complain, 'nothing');
}

async function checkChange(step: ChangeStep, start: Scene, deps: PlayDeps, complain: Complain): Promise<Scene> {
  const { runner } = deps;
  const play = async (actions: readonly Action[], which: string): Promise<Evidence> => {
    let { scenario } = start;
    for (const action of actions) {
      const locked = controlsOf(action).filter((control) => !(step.unlock ?? []).includes(control));
      // A run follows by itself, so that it needs no control of its own.
      if (action.do !== 'run' && locked.length > 0) complain(`${which} needs ${locked.join(', ')}, not in unlock`);
      const analysis = action.do === 'pack' ? (await lookAt(scenario, runner)).analysis : null;
      scenario = applyAction(scenario, action, analysis?.graph);
    }
    return gather(await lookAt(scenario, runner), start, step, runner);
  };
  const open = (evidence: Evidence) => step.goals.filter(({ when }) => holds(evidence, when) !== true);

  if (open(await gather(start, start, step, runner)).length === 0)
    complain('its goals are reached before anything is done');
  for (const [i, path] of step.wrongPaths.entries()) {
    const evidence = await play(path.actions, `wrongPaths[${i}]`);
    if (open(evidence).length === 0) complain(`wrongPaths[${i}] reaches the goals`);
    const met = step.wrongPaths.find(({ when }) => holds(evidence, when) === true);
    if (met !== path)
      complain(`wrongPaths[${i}] meets ${met ? `wrongPaths[${step.wrongPaths.indexOf(met)}]` : 'no wrong path'}`);
    checkTexts([path.text], evidence, deps, complain, 'nothing');
  }
  const solved = await play(step.solution, 'the solution');
  for (const { text } of open(solved)) {
    const { report, refused } = solved.now;
    const came = report
      ? `makespan ${report.metrics.makespan}, ${report.metrics.aborts} aborts`
      : refused
        ? 'refused'
        : 'no run';
    complain(`the solution doesn’t reach the goal “${plainText(text)}” (${came})`);
  }
  checkTexts([step.done], solved, deps, complain, 'nothing');
  return solved.now;
}

/** The texts that are read when the step begins. */
function beginTexts(step: Step): readonly Paragraph[] {
  switch (step.kind) {
    case 'predict':
      return [
        ...step.text,
        step.question,
        ...step.hints,
        ...(step.answer.kind === 'choice' ? step.answer.options.map(({ text }) => text) : []),
      ];
    case 'change':
      return [...step.text, ...step.hints, ...step.goals.map(({ text }) => text)];
    default:
      return step.text;
  }
}

function checkTexts(
  paragraphs: readonly Paragraph[],
  evidence: Evidence,
  deps: PlayDeps,
  complain: Complain,
  hidden: Hidden,
): void {
  for (const node of paragraphs.flat()) {
    const problem = markProblem(node, evidence, deps, hidden);
    if (problem) complain(problem);
  }
}

function markProblem(node: TextNode, { now, start }: Evidence, deps: PlayDeps, hidden: Hidden): string | null {
  const measured = now.scenario.settings.clock === 'measured';
  switch (node.kind) {
    case 'term':
      return deps.isTerm && !deps.isTerm(node.term) ? `the glossary has no term “${node.term}”` : null;
    case 'tx':
      return node.tx < now.scenario.transactions.length ? null : `there is no transaction ${node.tx}`;
    case 'lane':
      return node.lane <= now.scenario.settings.lanes ? null : `there is no lane ${node.lane}`;
    case 'location':
      return locationNamed(now, node.name) ? null : `no transaction touches a location “${node.name}”`;
    case 'figure': {
      const ofRun = (RUN_FIGURES as readonly string[]).includes(node.figure);
      if (ofRun && hidden !== 'nothing' && node.of === 'now')
        return `the figure ${node.figure} would give away the run that is still hidden`;
      const ofBlock = (BLOCK_FIGURES as readonly string[]).includes(node.figure);
      if (ofBlock && hidden === 'analysis') return `the figure ${node.figure} isn’t there while the analysis is hidden`;
      const scene = node.of === 'start' ? start : now;
      return (scene && figureOf(scene, node.figure) !== null) || (ofRun && measured)
        ? null
        : `there is no figure ${node.figure} here`;
    }
    case 'tx-figure':
      if (hidden === 'analysis') return `${node.figure} isn’t there while the analysis is hidden`;
      return txFigure(now, node.figure, node.tx) !== null || measured
        ? null
        : `there is no ${node.figure} ${node.tx} here`;
    case 'value':
      if (hidden === 'analysis') return `the value of “${node.location}” isn’t there while the analysis is hidden`;
      return heldIn(now, node.location, node.in) !== null || measured
        ? null
        : `no value of “${node.location}” in ${node.in}`;
    default:
      return null;
  }
}

/** What the step points at must be there. */
function checkReferences(step: Step, scene: Scene, complain: Complain): void {
  const { scenario } = scene;
  for (const target of step.spotlight ?? []) {
    if ('tx' in target && indexOfRef(scenario, target.tx) < 0)
      complain(`spotlight: there is no transaction ${target.tx}`);
    if ('lane' in target && target.lane > scenario.settings.lanes)
      complain(`spotlight: there is no lane ${target.lane}`);
    if ('location' in target && !locationNamed(scene, target.location)) {
      complain(`spotlight: no transaction touches a location “${target.location}”`);
    }
  }
  if (!step.select) return;
  if ('tx' in step.select && indexOfRef(scenario, step.select.tx) < 0)
    complain(`select: there is no transaction ${step.select.tx}`);
  if ('location' in step.select && !locationNamed(scene, step.select.location)) {
    complain(`select: no transaction touches a location “${step.select.location}”`);
  }
}
