import type { CommandInput } from '../../domain/command.ts';
import { problems } from '../../domain/problems.ts';
import { parseRunOptions, type RunOptions } from '../parse-run-options.ts';
import { parseSelection } from '../parse-selection.ts';
import { Refusal } from '../refusal.ts';

/** What was typed behind `evals baseline accept`. */
export type AcceptanceOptions = {
  /** Undefined is the newest run. */
  run: string | undefined;
  reason: string;
  /** How often each case is asked; undefined leaves it to us. */
  repeat: number | undefined;
  isAsIs: boolean;
  manner: RunOptions;
};

/** Reads them. Throws a `Refusal`. */
export function parseAcceptance(input: CommandInput): AcceptanceOptions {
  const { arguments: given, options } = input;
  const run = given.run as string | undefined;
  const reason = typeof options.reason === 'string' ? options.reason.trim() : '';
  if (reason === '') throw new Refusal([problems.acceptReason({ run: run ?? 'latest' })]);
  const { repeat } = parseSelection({ arguments: {}, options });
  const isAsIs = options.asIs === true;
  if (isAsIs && repeat !== undefined) {
    const detail = '--as-is takes a run as it stands, so --repeat cannot stand beside it';
    throw new Refusal([problems.badFlag({ detail })]);
  }
  return { run, reason, repeat, isAsIs, manner: parseRunOptions(input) };
}
