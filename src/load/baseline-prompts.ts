import { isMap } from '../text/is-map.ts';
import { parseJson } from '../text/parse-json.ts';
import { decodeText } from './decode-text.ts';
import type { Tree } from './tree.ts';

/** A prompt version (`name@v3`) that a baseline was accepted with, the digest of its text then, and the baseline's file. */
export type BaselinePrompt = { id: string; digest: string; file: string };

const folder = 'evals/baselines';

/** What the baselines themselves say of prompts. One that cannot be read says nothing: whoever needs it is told of it. */
export async function baselinePrompts(tree: Tree): Promise<BaselinePrompt[]> {
  const names = (await tree.list(folder)).filter((name) => name.endsWith('.json')).sort();
  const read = await Promise.all(names.map((name) => readOne(`${folder}/${name}`, tree)));
  return read.flat();
}

async function readOne(file: string, tree: Tree): Promise<BaselinePrompt[]> {
  const read = await tree.read(file, folder);
  const text = read.status === 'read' ? decodeText(read.bytes) : undefined;
  const parsed = text === undefined ? { value: undefined } : parseJson(text);
  const value = 'value' in parsed && isMap(parsed.value) ? parsed.value : {};
  const lanes = Array.isArray(value.lanes) ? value.lanes : [];
  return lanes.flatMap((lane) => {
    const { prompt: id, promptDigest: digest } = isMap(lane) && isMap(lane.arm) ? lane.arm : {};
    return typeof id === 'string' && typeof digest === 'string' ? [{ id, digest, file }] : [];
  });
}
