import type { Answer } from '../../lessons/answer.ts';
import { findValue } from '../../lessons/evaluate.ts';
import { findLanes, findLocations, findTransactions } from '../../lessons/find-sets.ts';
import { grade } from '../../lessons/grade.ts';
import type { PredictStep } from '../../lessons/lesson.ts';
import type { Evidence } from '../../lessons/scene.ts';
import type { Paragraph } from '../../lessons/text.ts';
import { checkTexts, type Complain, type TextDeps } from './check-texts.ts';

/** The right answer must count as right, and each that is foreseen as wrong must be wrong and meet its own text. */
export function checkPrediction(
  predict: PredictStep,
  right: Answer | null,
  evidence: Evidence,
  deps: TextDeps,
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
