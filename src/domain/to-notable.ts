import { oneLine } from '../text/one-line.ts';
import { truncate } from '../text/truncate.ts';
import type { Answer } from './answer.ts';
import { failureText } from './failure-text.ts';
import type { Json } from './json.ts';
import type { Notable } from './summary.ts';
import type { TrialRow } from './trial-row.ts';

const longest = 2000;

/** A cut string keeps the whole one in memory until it is written anew. */
const cut = (text: string): string =>
  text.length <= longest ? text : JSON.parse(JSON.stringify(truncate(text, longest)));

const toText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Where a list or a map is expected, an output that is JSON is written as the expectation is: side by side they differ where they differ. */
function alike(text: string, expect: Json | undefined): string {
  if (typeof expect !== 'object' || expect === null || text.length > longest) return text;
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}

function got(answer: Answer, expect: Json | undefined): string {
  if (answer.text !== '' || answer.toolCalls.length === 0) return alike(answer.text, expect);
  return answer.toolCalls.map((call) => `${call.name}(${JSON.stringify(call.arguments)})`).join('\n');
}

/** An errored trial that a fallback has answered has both: why the model was not heard, and what is wrong with that answer. */
function reasons(row: TrialRow): string[] {
  const failure = row.status === 'errored' ? failureText(row.outcome) : undefined;
  const grades = row.grades
    .filter((grade) => grade.weight > 0 && !(grade.status === 'graded' && grade.passed))
    .map((grade) => cut(oneLine(`${grade.name}: ${grade.reason}`)));
  return [...(failure === undefined ? [] : [cut(oneLine(failure))]), ...grades];
}

/** What a person needs to see of a trial that did not pass; texts are cut at 2,000 characters. */
export function toNotable(row: TrialRow): Notable {
  return {
    id: row.id,
    case: row.case,
    repeat: row.repeat,
    status: row.status,
    tags: row.tags,
    ...(row.adversarial === undefined ? {} : { adversarial: row.adversarial }),
    ...(row.expect === undefined ? {} : { expected: cut(toText(row.expect)) }),
    ...(row.outcome.status === 'answered' ? { got: cut(got(row.outcome.answer, row.expect)) } : {}),
    reasons: reasons(row),
  };
}
