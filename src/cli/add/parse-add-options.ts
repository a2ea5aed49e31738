import type { CommandInput } from '../../domain/command.ts';
import { problems } from '../../domain/problems.ts';
import { Refusal } from '../refusal.ts';

/** What the flags of `evals cases add` say; fields are names, with dots into what is within. */
export type AddOptions = {
  suite: string;
  /** A path from where the command was called. */
  log: string;
  inputField?: string | undefined;
  outputField?: string | undefined;
  expectField?: string | undefined;
  variable?: string | undefined;
  idPrefix?: string | undefined;
  tags?: string[] | undefined;
  /** What has no expectation is written all the same, only to be observed. */
  observes: boolean;
  out?: string | undefined;
  /** Nobody is asked, also where somebody is there. */
  asksNobody: boolean;
  isDryRun: boolean;
};

/** Reads the flags. Throws a `Refusal` that names every flag with a wrong value. */
export function parseAddOptions({ arguments: given, options }: CommandInput): AddOptions {
  const wrong: string[] = [];
  const text = (name: string, flag = name) => {
    const value = options[name];
    if (value === undefined) return undefined;
    if (typeof value !== 'string' || value.trim() === '') wrong.push(`--${flag} needs a value`);
    return String(value).trim();
  };
  const parsed: AddOptions = {
    suite: String(given.suite),
    log: text('fromLog', 'from-log') ?? '',
    inputField: text('inputField', 'input-field'),
    outputField: text('outputField', 'output-field'),
    expectField: text('expectField', 'expect-field'),
    variable: text('var'),
    idPrefix: text('idPrefix', 'id-prefix'),
    tags: tagsOf(options.tags),
    observes: options.observe === true,
    out: text('out'),
    asksNobody: options.yes === true,
    isDryRun: options.dryRun === true,
  };
  if (options.fromLog === undefined) wrong.push('--from-log names the log, such as failures.jsonl');
  if (wrong.length > 0) throw new Refusal(wrong.map((detail) => problems.badFlag({ detail })));
  return parsed;
}

const tagsOf = (given: CommandInput['options'][string]) =>
  given === undefined
    ? undefined
    : String(given)
        .split(',')
        .map((tag) => tag.trim())
        .filter(Boolean);
