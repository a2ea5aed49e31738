import type { CommandInput } from '../../domain/command.ts';
import { problems } from '../../domain/problems.ts';
import { Refusal } from '../refusal.ts';

/** What a flag says that takes a whole number of at least 1; `usual` where it was not given. Throws `Refusal`. */
export function wholeNumber({ options }: CommandInput, name: string, usual: number, most: number): number {
  const text = options[name];
  if (text === undefined) return usual;
  const value = Number(text);
  if (typeof text === 'string' && /^\d+$/.test(text) && value >= 1 && value <= most) return value;
  throw new Refusal([
    problems.badFlag({ detail: `--${name} needs a whole number from 1 to ${most}, not "${String(text)}"` }),
  ]);
}
