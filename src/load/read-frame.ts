import { resolve } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { readText } from './read-text.ts';
import type { YamlSource } from './read-yaml.ts';
import { soundFields } from './sound-fields.ts';
import { suiteSchema } from './suite-schema.ts';
import { toProblems } from './to-problems.ts';
import { withoutFlaws } from './without-flaws.ts';

/** A suite before its graders and cases are read one by one. */
const frameSchema = suiteSchema.extend({
  graders: z.array(z.unknown()).default([]),
  cases: z.array(z.unknown()).min(1),
});

/** A suite file without what stands in its graders and cases. */
export type Frame = z.output<typeof frameSchema>;

/** A frame with all that is wrong with it; `lost` are the keys of which something had to be left out. */
export type ReadFrame = { frame: Frame; lost: ReadonlySet<PropertyKey>; problems: Problem[] };

/**
 * Reads the frame of a suite. What is wrong is left out, so that the rest of the suite can be looked at.
 * `folder` (absolute) is that of the suite file.
 */
export async function readFrame(source: YamlSource, folder: string): Promise<ReadFrame> {
  const parsed = frameSchema.safeParse(source.value);
  if (parsed.success)
    return { frame: parsed.data, lost: new Set(), problems: await checkFrame(parsed.data, source, folder) };
  const sound = soundFields(frameSchema, withoutFlaws(source.value, parsed.error.issues));
  const frame: Frame = { suite: 'this suite', graders: [], cases: [], repeat: 1, ...sound };
  const found = toProblems(parsed.error, suiteSchema, source, [], 'a suite');
  const lost = new Set(parsed.error.issues.flatMap(({ path }) => path.slice(0, 1)));
  return { frame, lost, problems: [...found, ...(await checkFrame(frame, source, folder))] };
}

/** What the schema cannot say. */
async function checkFrame(
  { prompt, prompts, gate, holdout }: Frame,
  source: YamlSource,
  folder: string,
): Promise<Problem[]> {
  const found: Problem[] = [];
  if (prompt !== undefined && prompts !== undefined)
    found.push(problems.promptTwice({ place: source.at(['prompts'], 'key') }));
  if (gate?.margin === 0 && gate.target !== 'suite')
    found.push(problems.zeroMargin({ place: source.at(['gate', 'margin']) }));
  if (holdout !== undefined) {
    const read = await readText(resolve(folder, holdout));
    const place = source.at(['holdout']);
    if (read.status !== 'read')
      found.push(problems.unreadableFile({ file: holdout, detail: read.detail, place }));
  }
  return found;
}
