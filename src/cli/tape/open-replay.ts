import { exitCode } from '../../domain/exit-code.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { replayed } from '../../execute/replayed.ts';
import { readCassette } from '../../store/read-cassette.ts';
import { checkCassette } from '../check-cassette.ts';
import { Refusal } from '../refusal.ts';
import type { Tape, TapeProject } from './tape.ts';
import { whatStays } from './what-stays.ts';

/** Opens a cassette and looks for every planned request in it. Throws a `Refusal` when one is missing, or the file is not right. */
export async function openReplay(
  at: { path: string; file: string },
  { project: { plan, chosen }, redact }: TapeProject,
): Promise<Tape> {
  const { value: cassette, problems: found } = await readCassette({ ...at, redact });
  if (!cassette) throw new Refusal(found);
  const absent = await checkCassette(plan, cassette);
  if (absent.length > 0) {
    cassette.close();
    throw new Refusal(absent);
  }
  const halt = new AbortController();
  const missed: Problem[] = [];
  const onMissing = (problem: Problem) => {
    if (missed.length === 0) missed.push(problem);
    halt.abort();
  };
  return {
    stop: halt.signal,
    replay: (asked) => replayed(cassette, asked, onMissing),
    close: cassette.close,
    async end({ isWhole }) {
      if (missed.length > 0) return { problems: missed, exitCode: exitCode.badInput };
      const suites = new Set(plan.suites.map(({ suite }) => suite.name));
      const stays = whatStays({ selection: chosen, suites, isWhole });
      const unused = cassette.unused((label) => stays?.(label) !== true);
      return { problems: unused > 0 ? [problems.unusedInCassette({ file: at.file, unused })] : [] };
    },
  };
}
