import type { Grader } from '../domain/grader.ts';
import type { Place, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Prompt } from '../domain/prompt.ts';
import { linearRegex } from '../graders/linear-regex.ts';
import { messageOf } from '../text/message-of.ts';
import { oneLine } from '../text/one-line.ts';

/** It may ask for what the grader gives, and for nothing else. */
function variables({ variables, id }: Prompt, { asks, name }: Grader, place: Place): Problem[] {
  const names = [...(asks?.variables ?? []), 'word'];
  return variables
    .filter((one) => !names.includes(one))
    .map((one) => problems.judgePromptVariable({ name: one, prompt: id, grader: name, names, place }));
}

/** Texts that are graded: a prompt that shows none of them would have its judge guess. */
const graded = ['output', 'first', 'second', 'passages'];

function blind({ variables: used, id }: Prompt, { asks, name }: Grader, place: Place): Problem[] {
  const needed = graded.filter((one) => asks?.variables.includes(one) && !used.includes(one));
  return needed.map((one) => problems.judgePromptBlind({ name: one, prompt: id, grader: name, place }));
}

/** A verdict in words is one word of a menu, found by a pattern of linear time. */
async function rule({ verdict, id }: Prompt, { menu, name }: Grader, place: Place): Promise<Problem[]> {
  if (!verdict) return [];
  const at = { prompt: id, grader: name, place };
  if (!menu) return [problems.judgePromptVerdict({ ...at, detail: 'it asks for a list of verdicts' })];
  try {
    const compile = await linearRegex();
    compile(verdict.match);
    return [];
  } catch (error) {
    return [problems.judgePromptVerdict({ ...at, detail: oneLine(messageOf(error)) })];
  }
}

/** What is wrong with a prompt of the user's own as one by which this grader asks its judge. */
export async function wrongJudgePrompt(prompt: Prompt, grader: Grader, place: Place): Promise<Problem[]> {
  return [
    ...variables(prompt, grader, place),
    ...blind(prompt, grader, place),
    ...(await rule(prompt, grader, place)),
  ];
}
