import type { CommandInput } from '../../domain/command.ts';
import { problems } from '../../domain/problems.ts';
import { Refusal } from '../refusal.ts';

/** What the flags of `evals judge label` say. */
export type LabelOptions = {
  run: string | undefined;
  suite?: string | undefined;
  check?: string | undefined;
  /** As it was given: a path from where the command was called. */
  labels?: string | undefined;
  rater?: string | undefined;
  only?: string[] | undefined;
  limit?: number | undefined;
  seed: number;
  audit: boolean;
};

/** Reads the flags. Throws a `Refusal` that names every flag with a wrong value. */
export function parseLabelOptions({ arguments: given, options }: CommandInput): LabelOptions {
  const wrong: string[] = [];
  const text = (name: string) => {
    const value = options[name];
    if (typeof value !== 'string') return undefined;
    if (/^[\s,]*$/.test(value)) wrong.push(`--${name} needs a value, not "${value}"`);
    return value.trim();
  };
  const number = (name: string, lowest: number) => {
    const value = options[name];
    if (value === undefined) return undefined;
    const read = Number(value);
    if (!Number.isInteger(read) || read < lowest)
      wrong.push(`--${name} needs a whole number of at least ${lowest}, not "${String(value)}"`);
    return read;
  };
  const only = text('only')
    ?.split(',')
    .map((pattern) => pattern.trim())
    .filter(Boolean);
  const parsed: LabelOptions = {
    run: given.run as string | undefined,
    suite: text('suite'),
    check: text('check'),
    labels: text('labels'),
    rater: text('rater'),
    only,
    limit: number('limit', 1),
    seed: number('seed', 0) ?? 1,
    audit: options.audit === true,
  };
  if (wrong.length > 0) throw new Refusal(wrong.map((detail) => problems.badFlag({ detail })));
  return parsed;
}
