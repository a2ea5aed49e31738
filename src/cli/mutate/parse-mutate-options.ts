import type { CommandInput } from '../../domain/command.ts';
import { problems } from '../../domain/problems.ts';
import type { Selection } from '../../plan/select.ts';
import { languageName } from '../../text/language-name.ts';
import { Refusal } from '../refusal.ts';

/** What the flags of `evals cases mutate` say. */
export type MutateOptions = {
  suite: string;
  /** Names of kinds; undefined: those that are made where none is named. */
  kinds?: string[] | undefined;
  perCase?: number | undefined;
  seed: number;
  variable?: string | undefined;
  /** Paths from where the command was called. */
  attacks: string[];
  attackField?: string | undefined;
  secrets: string[];
  out?: string | undefined;
  selection: Selection;
  isDryRun: boolean;
  /** Who writes paraphrases and translations, and into which languages (BCP 47). */
  model?: string | undefined;
  languages: string[];
};

/** The `leaks` grader looks for nothing shorter. */
const fewestLetters = 4;

/** Reads the flags. Throws a `Refusal` that names every flag with a wrong value. */
export function parseMutateOptions({ arguments: given, options }: CommandInput): MutateOptions {
  const wrong: string[] = [];
  const text = (name: string, flag = name) => {
    const value = options[name];
    if (typeof value !== 'string') return undefined;
    if (/^[\s,]*$/.test(value)) wrong.push(`--${flag} needs a value, not "${value}"`);
    return value.trim();
  };
  const list = (name: string, flag = name) =>
    text(name, flag)
      ?.split(',')
      .map((one) => one.trim())
      .filter(Boolean);
  const number = (name: string, flag: string, least: number) => {
    const value = options[name];
    if (value === undefined) return undefined;
    const read = Number(value);
    if (!Number.isInteger(read) || read < least || String(value).trim() === '')
      wrong.push(`--${flag} needs a whole number of at least ${least}, not "${String(value)}"`);
    return read;
  };
  const several = (name: string) => [options[name] ?? []].flat().map(String);
  const parsed: MutateOptions = {
    suite: String(given.suite),
    kinds: list('kinds'),
    perCase: number('perCase', 'per-case', 1),
    seed: number('seed', 'seed', 0) ?? 1,
    variable: text('var'),
    attacks: several('attacks'),
    attackField: text('attackField', 'attack-field'),
    secrets: several('secret'),
    out: text('out'),
    selection: { cases: list('case'), tags: list('tag'), notTags: list('notTag', 'not-tag') },
    isDryRun: options.dryRun === true,
    model: text('model'),
    languages: list('languages') ?? [],
  };
  for (const secret of parsed.secrets)
    if ((secret.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < fewestLetters)
      wrong.push(`--secret needs at least ${fewestLetters} letters or digits, not "${secret}"`);
  if (parsed.out !== undefined && !parsed.out.endsWith('.jsonl'))
    wrong.push(`--out needs the name of a .jsonl file, not "${parsed.out}"`);
  if (parsed.attackField !== undefined && parsed.attacks.length === 0)
    wrong.push('--attack-field goes with --attacks');
  for (const code of parsed.languages)
    if (languageName(code) === undefined)
      wrong.push(`--languages needs codes of languages such as de or pt-BR, not "${code}"`);
  if (wrong.length > 0) throw new Refusal(wrong.map((detail) => problems.badFlag({ detail })));
  return parsed;
}
