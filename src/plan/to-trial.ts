import type { Arm } from '../domain/arm.ts';
import type { Case } from '../domain/case.ts';
import type { Json } from '../domain/json.ts';
import type { Message, Tool } from '../domain/message.ts';
import type { Prompt } from '../domain/prompt.ts';
import type { Settings } from '../domain/settings.ts';
import type { Trial } from '../domain/trial.ts';
import { fillPrompt } from './fill-prompt.ts';
import type { Lot } from './plan.ts';
import { withPromptChecks } from './with-prompt-checks.ts';

const noTools: Tool[] = [];

/** Makes trials of lots and their cases; each prompt is made ready once. */
export function toTrial(): (lot: Lot, one: Case) => Trial {
  const fillers = new Map<Prompt, (vars: Record<string, Json>) => Message[]>();
  const fillerOf = (prompt: Prompt) => {
    const known = fillers.get(prompt);
    if (known) return known;
    const made = fillPrompt(prompt);
    fillers.set(prompt, made);
    return made;
  };
  const settings = new Map<Arm, Settings>();
  // One object for all requests of an arm: what is the same for them is told by its identity, and digested once.
  const settingsOf = (arm: Arm) => {
    const known = settings.get(arm);
    if (known) return known;
    // The prompt's own settings win: they are a part of the version under test.
    const made = arm.prompt ? { ...arm.model.settings, ...arm.prompt.settings } : arm.model.settings;
    settings.set(arm, made);
    return made;
  };
  return ({ suite, arm, repeat }, one) => {
    const { prompt, model } = arm;
    return {
      id: `${suite.name}/${one.id}#${arm.id}#${repeat}`,
      suite,
      arm,
      case: withPromptChecks(one, prompt?.checks),
      repeat,
      request: {
        messages: prompt ? fillerOf(prompt)(one.vars) : [{ role: 'user', content: toUserText(one) }],
        settings: settingsOf(arm),
        promptSettings: model.fallback ? prompt?.settings : undefined,
        tools: prompt?.tools ?? noTools,
        outputSchema: prompt?.outputSchema,
        suite: suite.name,
        prompt: prompt?.id,
        case: { id: one.id, vars: one.vars, meta: one.meta },
        repeat,
      },
    };
  };
}

/** Without a prompt the input is what the user says; several variables go as JSON. */
function toUserText({ vars }: Case): string {
  const { input } = vars;
  if (typeof input === 'string') return input;
  return JSON.stringify(input === undefined ? vars : input);
}
