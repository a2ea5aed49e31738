import type { CommandInput } from '../../domain/command.ts';
import { problems } from '../../domain/problems.ts';
import type { Run } from '../../domain/run.ts';
import { isMap } from '../../text/is-map.ts';
import type { ParsedSelection } from '../parse-selection.ts';
import { Refusal } from '../refusal.ts';

/** What was chosen for a run, and the folder (from the project's root) in which that was typed. */
export type Chosen = { selection: ParsedSelection; from: string };

/** Reads it back from the run's header. Throws a `Refusal` when it is not there, or the command line contradicts it. */
export function readChosen({ id, chosen }: Run, { arguments: given, options }: CommandInput): Chosen {
  if (!isMap(chosen)) throw new Refusal([problems.notResumable({ id })]);
  const { from, ...selection } = chosen as unknown as ParsedSelection & { from: string };
  const suites = (given.suites as string[] | undefined) ?? [];
  const against = [
    ...(suites.length > 0
      ? [`--resume takes its suites from the run, so "${suites[0]}" cannot stand beside it`]
      : []),
    // The flag has a default, so that alone says nothing.
    ...(Number(options.seed ?? 1) !== 1 && Number(options.seed) !== selection.seed
      ? [`--resume takes its seed from the run (${selection.seed}), so --seed cannot stand beside it`]
      : []),
  ];
  if (against.length > 0) throw new Refusal(against.map((detail) => problems.badFlag({ detail })));
  return { selection, from };
}
