import { resolve } from 'node:path';
import type { RunOptions } from '../parse-run-options.ts';
import type { World } from '../world.ts';
import { openRecording } from './open-recording.ts';
import { openReplay } from './open-replay.ts';
import type { Tape, TapeProject } from './tape.ts';

/** Opens the cassette of `--record` or `--replay`, undefined without either. Throws a `Refusal` when it cannot be used. */
export async function openTape(
  { record, replay, resume }: Pick<RunOptions, 'record' | 'replay' | 'resume'>,
  around: TapeProject,
  { folder }: Pick<World, 'folder'>,
): Promise<Tape | undefined> {
  if (replay) return openReplay({ path: resolve(folder, replay), file: replay }, around);
  if (record)
    return openRecording({ path: resolve(folder, record), file: record }, around, resume !== undefined);
  return undefined;
}
