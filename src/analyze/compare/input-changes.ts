import type { InputChange } from '../../domain/comparison.ts';
import type { RunArm } from '../../domain/run.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { count } from '../../text/count.ts';
import { unifiedDiff } from '../../text/unified-diff.ts';
import type { ComparedSide } from './compared-side.ts';

type What = InputChange['what'];
type Sides = { baseline: ComparedSide; candidate: ComparedSide };

const none = 'none';

function change(what: What, before: string, after: string): InputChange[] {
  return before === after ? [] : [{ what, before, after }];
}

const promptName = ({ prompt = none, promptDigest }: RunArm, isNamedAlike: boolean) =>
  isNamedAlike && promptDigest !== undefined ? `${prompt} (${promptDigest.slice(0, 12)})` : prompt;

/** A prompt has changed where its text has; the same text under another number is the same prompt. */
function prompts({ baseline, candidate }: Sides): InputChange[] {
  const [a, b] = [baseline.results.arm, candidate.results.arm];
  const isKnown = a.promptDigest !== undefined && b.promptDigest !== undefined;
  if (isKnown ? a.promptDigest === b.promptDigest : a.prompt === b.prompt) return [];
  const isNamedAlike = a.prompt === b.prompt;
  const [before, after] = [promptName(a, isNamedAlike), promptName(b, isNamedAlike)];
  const [x, y] = [baseline.promptText, candidate.promptText];
  const diff = x === undefined || y === undefined ? '' : unifiedDiff(x, y, { before, after });
  return [{ what: 'prompt', before, after, ...(diff === '' ? {} : { diff }) }];
}

function served({ baseline, candidate }: Sides): InputChange[] {
  const [before, after] = [baseline, candidate].map(({ results }) =>
    Object.keys(results.served).sort().join(', '),
  );
  return before && after ? change('served', before, after) : [];
}

const model = ({ provider, modelId }: RunArm) => `${provider}:${modelId}`;

/** What is asked beside the settings: options, fallbacks, address. */
function options({ options, fallback, address }: RunArm): string {
  const known = Object.entries({ options, fallback, address }).filter(([, value]) => value !== undefined);
  return known.length === 0 ? none : canonicalJson(Object.fromEntries(known));
}

function files({ files: before = {} }: RunArm, { files: after = {} }: RunArm): InputChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const changed = names.filter((name) => before[name] !== after[name]);
  const words = (of: Record<string, string>) =>
    changed.map((name) => `${name} ${of[name] ?? none}`).join(', ');
  return change('files', words(before), words(after));
}

function graders(regraded: number, pairs: number): InputChange[] {
  if (regraded === 0) return [];
  const [before, after] = [
    count(pairs + regraded, 'case'),
    `${count(regraded, 'case')} of them graded otherwise`,
  ];
  return [{ what: 'graders', before, after }];
}

/** What differs between both sides beside the answers; `regraded` cases are told from those that are `pairs`. */
export function inputChanges(
  sides: Sides,
  { regraded, pairs }: { regraded: number; pairs: number },
): InputChange[] {
  const [a, b] = [sides.baseline.results, sides.candidate.results];
  return [
    ...prompts(sides),
    ...change('model', model(a.arm), model(b.arm)),
    ...served(sides),
    ...change('settings', canonicalJson(a.arm.settings), canonicalJson(b.arm.settings)),
    ...change('options', options(a.arm), options(b.arm)),
    ...graders(regraded, pairs),
    ...files(a.arm, b.arm),
    ...change('repeat', String(a.repeat), String(b.repeat)),
  ];
}
