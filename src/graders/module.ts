import { z } from 'zod';
import type { Grade } from '../domain/grade.ts';
import { defineGrader } from '../domain/grader.ts';
import type { Json } from '../domain/json.ts';
import type { Subject } from '../domain/subject.ts';
import { oneLine } from '../text/one-line.ts';
import { truncate } from '../text/truncate.ts';
import { duration } from './duration.ts';
import { verdict } from './verdict.ts';

const scored = z.strictObject({
  score: z.number(),
  passed: z.boolean().optional(),
  reason: z.string().optional(),
});
/** What a user's function may give back. */
const answered = z.union([z.boolean(), z.number(), scored]);

/** The user's own function. It runs in a worker; what it throws or misspells leaves the trial ungraded. */
export const module = defineGrader({
  name: 'module',
  summary:
    'A function of your own grades: it gets { output, expect, vars, … } and gives true, a score 0 to 1, or { score, reason }.',
  example: 'module: ./graders.ts#citesPolicy\ntimeout: 5s',
  value: z
    .string()
    .regex(
      /^[^#]+(?:#[\p{L}_$][\p{L}\p{N}_$]*)?$/u,
      'expected a file, or a file and an export: ./graders.ts#citesPolicy',
    )
    .describe('A JavaScript or TypeScript file, and after # the name of the export (default when left out).'),
  options: {
    timeout: duration.default(10_000).describe('How long it may take, such as 5s; 10 s when left out.'),
  },
  files: ['value'],
  async grade({ value, options, threshold }, subject, tools) {
    const [file, name] = value.split('#') as [string, string | undefined];
    const given = await tools.callModule({
      file,
      ...(name === undefined ? {} : { export: name }),
      input: toInput(subject),
      timeoutMs: options.timeout,
    });
    return toGrade(given, threshold);
  },
});

/** All that the function is told; undefined parts are left out, so that it is plain JSON. */
function toInput({ answer, messages, case: { id, vars, expect, meta, tags }, costUsd }: Subject): Json {
  const input = {
    output: answer.text,
    expect,
    vars,
    meta,
    tags,
    case: id,
    messages,
    toolCalls: answer.toolCalls,
    finish: answer.finish,
    usage: answer.usage,
    ms: answer.ms,
    costUsd,
  };
  return JSON.parse(JSON.stringify(input)) as Json;
}

function toGrade(given: unknown, threshold: number): Grade {
  const parsed = answered.safeParse(given);
  if (!parsed.success) {
    const shown = truncate(oneLine(JSON.stringify(given) ?? 'undefined'), 60);
    return verdict.ungraded(
      `the function gave ${shown}; expected true, false, a score 0 to 1, or { score, passed, reason }`,
    );
  }
  const found = parsed.data;
  if (typeof found === 'boolean') return verdict.of(found, `the function said ${found}`);
  return toScored(typeof found === 'number' ? { score: found } : found, threshold);
}

function toScored({ score, passed, reason }: z.output<typeof scored>, threshold: number): Grade {
  if (score < 0 || score > 1)
    return verdict.ungraded(`the function gave the score ${score}, which is not within 0..1`);
  const said = truncate(oneLine(reason ?? `the function gave ${score}`), 300);
  const grade = verdict.scored(score, threshold, said);
  return passed === undefined || grade.status === 'ungraded' ? grade : { ...grade, passed };
}
