import type { Action } from '../../lessons/actions.ts';
import type { Answer } from '../../lessons/answer.ts';
import { holds, whatIfsIn } from '../../lessons/evaluate.ts';
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
import { type Evidence, type Scene, whatIfKey } from '../../lessons/scene.ts';
import { patchSettings } from '../../lessons/settings-patch.ts';
import { type FindExample, startScenario } from '../../lessons/start.ts';
import { plainText } from '../../lessons/text.ts';
import type { Runner } from '../../drivers/runner.ts';
import type { RunMetrics } from '../../model/run.ts';
import type { Scenario } from '../../model/scenario.ts';
import { buildBlock } from '../../workloads/build-block.ts';
import { drawnLanes } from '../../workloads/drawn-lanes.ts';
import { presentationOf } from '../presentation.ts';
import { applyAction } from './apply-action.ts';
import { checkPrediction } from './check-prediction.ts';
import { beginTexts, checkReferences, checkTexts, type Complain, type TextDeps } from './check-texts.ts';
import { controlsOf } from './controls.ts';
import { enterStep } from './step-scenario.ts';

export interface PlayDeps extends TextDeps {
  readonly runner: Runner;
  readonly findExample: FindExample;
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
