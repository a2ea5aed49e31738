import type { CommandInput } from '../../domain/command.ts';
import { problems } from '../../domain/problems.ts';
import { Refusal } from '../refusal.ts';

/** What was typed behind `evals judge audit`. */
export type AuditOptions = {
  run: string | undefined;
  suite?: string;
  check?: string;
  /** A path as it was given. */
  labels?: string;
  /** Undefined is as it was drawn before, else the usual. */
  seed?: number;
  concordant?: number;
  isJson: boolean;
};

/** Reads them. Throws a `Refusal` that names every flag with a wrong value. */
export function parseAuditOptions({ arguments: given, options }: CommandInput): AuditOptions {
  const wrong: string[] = [];
  const text = (name: string) => {
    const value = options[name];
    if (typeof value !== 'string') return {};
    if (value.trim() === '') wrong.push(`--${name} needs a value, not "${value}"`);
    return { [name]: value.trim() };
  };
  const number = (name: string, least: number) => {
    const value = options[name];
    if (value === undefined) return {};
    if (!/^\d{1,9}$/.test(String(value)) || Number(value) < least)
      wrong.push(`--${name} needs a whole number of at least ${least}, not "${String(value)}"`);
    return { [name]: Number(value) };
  };
  const parsed: AuditOptions = {
    run: given.run as string | undefined,
    ...text('suite'),
    ...text('check'),
    ...text('labels'),
    ...number('seed', 0),
    ...number('concordant', 1),
    isJson: options.json === true,
  };
  if (wrong.length > 0) throw new Refusal(wrong.map((detail) => problems.badFlag({ detail })));
  return parsed;
}
