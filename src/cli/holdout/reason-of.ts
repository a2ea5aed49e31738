import type { CommandInput } from '../../domain/command.ts';
import { problems } from '../../domain/problems.ts';
import { Refusal } from '../refusal.ts';

/** The reason that a command was given; it stays in the lock for good. Throws a `Refusal` where there is none. */
export function reasonOf({ options }: CommandInput, command: string): string {
  const reason = String(options.reason ?? '').trim();
  if (reason === '') throw new Refusal([problems.holdoutReason({ command })]);
  return reason;
}
