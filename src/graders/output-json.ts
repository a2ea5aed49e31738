import { andThen } from '../flow/and-then.ts';
import { lazy } from '../flow/lazy.ts';
import { fencedBlocks } from '../text/fenced-blocks.ts';
import { nestingDepth } from '../text/nesting-depth.ts';
import { parseJson } from '../text/parse-json.ts';
import { quote } from '../text/quote.ts';
import { withoutFence } from '../text/without-fence.ts';

/** The JSON of an output; `note` goes behind the reason when it had to be mended. */
export type OutputJson = { value: unknown; note: string } | { error: string };

const repairer = lazy(async () => (await import('jsonrepair')).jsonrepair);

/**
 * Reads the output as JSON; an error is one line for the grade's reason. A promise only until the mender is loaded.
 * Throws `Error` when broken JSON is too long to be mended.
 */
export function outputJson(
  text: string,
  { from, repair }: { from: 'whole' | 'fenced'; repair: boolean },
): OutputJson | Promise<OutputJson> {
  const body = from === 'whole' ? withoutFence(text) : lastFence(text);
  if (body === undefined) return { error: 'the output has no ``` fence' };
  const parsed = parseJson(body);
  if ('value' in parsed) return { value: parsed.value, note: '' };
  const error = `the output is not JSON (${parsed.error}): ${quote(body)}`;
  return repair ? andThen(repairer(), (mend) => mended(body, mend, error)) : { error };
}

function lastFence(text: string): string | undefined {
  const blocks = fencedBlocks(text);
  return (blocks.findLast(({ language }) => language.startsWith('json')) ?? blocks.at(-1))?.body.trim();
}

/** The mender's time grows with the square of some texts: half a second for this many characters. */
const mendable = 100_000;

/** The mender makes a JSON string out of any prose: only a list or a map counts as mended. */
function mended(body: string, mend: (text: string) => string, error: string): OutputJson {
  if (!/^[[{]/.test(body) || nestingDepth(body, 200) > 200) return { error };
  if (body.length > mendable)
    throw new Error(`JSON of more than ${mendable} characters is not repaired; it is broken`);
  try {
    const parsed = parseJson(mend(body));
    return 'value' in parsed ? { value: parsed.value, note: ' (after repair)' } : { error };
  } catch {
    return { error: `${error}; it could not be repaired` };
  }
}
