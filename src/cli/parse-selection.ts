import type { CommandInput } from '../domain/command.ts';
import { problems } from '../domain/problems.ts';
import type { Selection } from '../plan/select.ts';
import { Refusal } from './refusal.ts';

/** What the selecting flags say. */
export type ParsedSelection = Selection & {
  suites: string[];
  models?: string[];
  prompts?: string[];
  /** Grades in the place of every judge that the files name. */
  judge?: string;
  sample?: number;
  seed: number;
  repeat?: number;
  /** An earlier run whose failed, or errored and ungraded, cases are meant. */
  earlier?: { run: string; statuses: ('failed' | 'errored' | 'ungraded')[] };
};

type Options = CommandInput['options'];

/** Reads the selecting flags. Throws a `Refusal` that names every flag with a wrong value. */
export function parseSelection({ arguments: given, options }: CommandInput): ParsedSelection {
  const wrong: string[] = [];
  const count = (name: string, least: number) => {
    const text = options[name];
    if (text === undefined) return undefined;
    const value = Number(text);
    if (!Number.isInteger(value) || value < least)
      wrong.push(`--${name} needs a whole number of at least ${least}, not "${String(text)}"`);
    return value;
  };
  const selection: ParsedSelection = {
    suites: (given.suites as string[] | undefined) ?? [],
    models: toList(options.model),
    prompts: toList(options.prompt),
    judge: typeof options.judge === 'string' ? options.judge.trim() : undefined,
    cases: toList(options.case),
    tags: toList(options.tag),
    notTags: toList(options.notTag),
    adversarial: options.adversarial === true ? true : toList(options.adversarial),
    sample: count('sample', 1),
    seed: count('seed', 0) ?? 1,
    repeat: count('repeat', 1),
    earlier: toEarlier(options),
  };
  wrong.push(...withoutValue(options));
  if (selection.suites.includes('')) wrong.push('a suite needs a name, a file or a glob, not ""');
  if (options.failed && options.errored) wrong.push('--failed and --errored exclude each other');
  if (wrong.length > 0) throw new Refusal(wrong.map((detail) => problems.badFlag({ detail })));
  return selection;
}

/** Flags that say how many, and which mode, tell by themselves what they need. */
const checkedElsewhere = ['sample', 'seed', 'repeat', 'cache', 'maxCost', 'maxCalls', 'maxTime'];

/** A variable that is not set leaves nothing behind a flag: without this the flag would count as not given. */
function withoutValue(options: Options): string[] {
  return Object.entries(options)
    .filter(([name, value]) => typeof value === 'string' && !checkedElsewhere.includes(name))
    .filter(([, value]) => /^[\s,]*$/.test(value as string))
    .map(
      ([name, value]) =>
        `--${name.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)} needs a value, not "${value}"`,
    );
}

function toList(value: Options[string]): string[] | undefined {
  if (typeof value !== 'string') return undefined;
  const items = value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
  return items.length > 0 ? items : undefined;
}

function toEarlier({ failed, errored }: Options): ParsedSelection['earlier'] {
  const toRun = (value: Options[string]) => (typeof value === 'string' ? value : 'latest');
  if (failed) return { run: toRun(failed), statuses: ['failed'] };
  if (errored) return { run: toRun(errored), statuses: ['errored', 'ungraded'] };
  return undefined;
}
