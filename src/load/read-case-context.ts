import type { Checked } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Prompt } from '../domain/prompt.ts';
import { fillPrompt } from '../plan/fill-prompt.ts';
import type { CaseContext } from './case-context.ts';
import { inputName } from './input-name.ts';
import { readChecks } from './read-checks.ts';
import type { ReadFrame } from './read-frame.ts';
import { readVars } from './read-vars.ts';
import { unwantedNames } from './unwanted-names.ts';
import type { CheckContext } from './written-check.ts';

/** The prompts that could be read, and whether these are all that the suite names. */
export type ReadPromptsOfSuite = { prompts: Prompt[]; hasAllPrompts: boolean };

/** What each case has from its suite: graders, variables, and the prompts that it has to fill. */
export async function readCaseContext(
  { frame, lost }: Pick<ReadFrame, 'frame' | 'lost'>,
  { prompts, hasAllPrompts }: ReadPromptsOfSuite,
  context: CheckContext,
): Promise<Checked<CaseContext>> {
  const { graders, source, folder, findJudging } = context;
  const checks = await readChecks(frame.graders, ['graders'], context);
  const equals = await readChecks([{ equals: '$expect' }], ['cases'], context);
  const vars = await readVars({ vars: frame.vars }, { source, path: [] }, { folder, inputName: undefined });
  const named = Object.keys(vars.value!);
  const unwanted = unwantedNames(named, prompts).map(({ name, suggestion }) => {
    const prompt = prompts.map(({ id }) => id).join(' and ');
    return problems.undeclaredVariable({ name, prompt, suggestion, place: source.at(['vars', name], 'key') });
  });
  // A case cannot be held against prompts or variables that are wrong themselves.
  const isWhole = hasAllPrompts && vars.problems.length === 0 && !lost.has('vars');
  return {
    value: {
      graders,
      findJudging,
      folder,
      prompts: isWhole ? prompts.map((prompt) => ({ prompt, fill: fillPrompt(prompt) })) : [],
      inputName: isWhole ? inputName(prompts, named) : 'input',
      vars: vars.value!,
      checks: checks.value!,
      hasChecks: frame.graders.length > 0 || lost.has('graders'),
      equalsExpect: equals.value![0]!,
    },
    problems: [...checks.problems, ...vars.problems, ...unwanted],
  };
}
