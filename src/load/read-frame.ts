import { z } from 'zod';
import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
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

/** Reads the frame of a suite. What is wrong is left out, so that the rest of the suite can be looked at. */
export function readFrame(source: YamlSource): ReadFrame {
  const parsed = frameSchema.safeParse(source.value);
  if (parsed.success)
    return { frame: parsed.data, lost: new Set(), problems: checkFrame(parsed.data, source) };
  const sound = soundFields(frameSchema, withoutFlaws(source.value, parsed.error.issues));
  const frame: Frame = { suite: 'this suite', graders: [], cases: [], repeat: 1, ...sound };
  const found = toProblems(parsed.error, suiteSchema, source, [], 'a suite');
  const lost = new Set(parsed.error.issues.flatMap(({ path }) => path.slice(0, 1)));
  return { frame, lost, problems: [...found, ...checkFrame(frame, source)] };
}

/** What the schema cannot say. */
function checkFrame({ prompt, prompts, gate }: Frame, source: YamlSource): Problem[] {
  const found: Problem[] = [];
  if (prompt !== undefined && prompts !== undefined)
    found.push(problems.promptTwice({ place: source.at(['prompts'], 'key') }));
  if (gate?.margin === 0 && gate.target !== 'suite')
    found.push(problems.zeroMargin({ place: source.at(['gate', 'margin']) }));
  return found;
}
