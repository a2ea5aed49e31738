import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import { recorded } from '../../execute/recorded.ts';
import { cassetteRecorder, type Recording } from '../../store/cassette-recorder.ts';
import { indexCassette } from '../../store/index-cassette.ts';
import { runFolder } from '../../store/run-folder.ts';
import { count } from '../../text/count.ts';
import { messageOf } from '../../text/message-of.ts';
import { Refusal } from '../refusal.ts';
import type { Tape, TapeProject } from './tape.ts';
import { whatStays } from './what-stays.ts';

/**
 * Begins a recording. Throws a `Refusal`, before anything is asked, when the file is there and is no cassette, or its
 * folder cannot be written. A run that is gone on with has asked a part of its trials before: they stay.
 */
export async function openRecording(
  { path, file }: { path: string; file: string },
  { project: { root, plan, chosen }, header, redact, ...around }: TapeProject,
  isResumed: boolean,
): Promise<Tape> {
  await refuseUnusable(path, file);
  const side = around.side
    ? join(root, around.side)
    : join(runFolder(root, header.id).folder, 'cassette.jsonl');
  const recorder = cassetteRecorder({ path, file, side, redact });
  return {
    stop: new AbortController().signal,
    record: (ask, asked) => recorded(ask, asked, recorder),
    close: recorder.drop,
    async end({ isWhole, missing }) {
      const suites = new Set(plan.suites.map(({ suite }) => suite.name));
      const done = await recorder.finish(
        whatStays({ selection: chosen, suites, isWhole: isWhole && !isResumed }),
      );
      if ('code' in done) return { problems: [done], exitCode: exitCode.incomplete };
      const { answers, kept, failures, redacted } = done;
      // What was answered before the run was gone on with is only there if it was recorded then.
      const left = isResumed ? Math.max(missing, plan.total - answers - kept) : missing;
      return {
        line: toLine(done),
        problems: [
          ...(left > 0 ? [problems.cassetteIncomplete({ file, left })] : []),
          ...(failures > 0 ? [problems.failuresRecorded({ file, failures })] : []),
          ...(redacted > 0 ? [problems.secretsRecorded({ file, redacted })] : []),
        ],
      };
    },
  };
}

async function refuseUnusable(path: string, file: string): Promise<void> {
  const found = await indexCassette(path, file);
  if (found.value) return;
  if (found.problems[0]!.code !== 'no-cassette') throw new Refusal(found.problems);
  try {
    await mkdir(dirname(path), { recursive: true });
    await access(dirname(path), constants.W_OK);
  } catch (error) {
    throw new Refusal([problems.cassetteNotWritten({ file, detail: messageOf(error) })]);
  }
}

const toLine = ({ file, answers, kept }: Recording) =>
  `Recorded ${count(answers, 'answer')} in ${file}${kept > 0 ? `, and kept ${kept} from before` : ''}.`;
