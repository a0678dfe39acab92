import { figureOf, heldIn, txFigure } from '../../lessons/evaluate.ts';
import { BLOCK_FIGURES, RUN_FIGURES } from '../../lessons/figure-names.ts';
import type { hiddenIn } from '../../lessons/hidden.ts';
import type { Step } from '../../lessons/lesson.ts';
import { type Evidence, indexOfRef, locationNamed, type Scene } from '../../lessons/scene.ts';
import type { Paragraph, TextNode } from '../../lessons/text.ts';

/** Takes what is wrong with a step. */
export type Complain = (what: string) => void;
type Hidden = ReturnType<typeof hiddenIn>;

export interface TextDeps {
  /** Whether the glossary has the term; absent: not asked. */
  readonly isTerm?: (term: string) => boolean;
}

/** The texts that are read when the step begins. */
export function beginTexts(step: Step): readonly Paragraph[] {
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

export function checkTexts(
  paragraphs: readonly Paragraph[],
  evidence: Evidence,
  deps: TextDeps,
  complain: Complain,
  hidden: Hidden,
): void {
  for (const node of paragraphs.flat()) {
    const problem = markProblem(node, evidence, deps, hidden);
    if (problem) complain(problem);
  }
}

function markProblem(node: TextNode, { now, start }: Evidence, deps: TextDeps, hidden: Hidden): string | null {
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
export function checkReferences(step: Step, scene: Scene, complain: Complain): void {
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
