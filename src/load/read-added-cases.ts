import type { HoldoutContent, HoldoutText } from '../domain/holdout.ts';
import type { Checked } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { isMap } from '../text/is-map.ts';
import { parseJson } from '../text/parse-json.ts';
import { readHoldoutText } from './read-holdout-text.ts';
import { readYaml } from './read-yaml.ts';

/** Cases that are to be added to a holdout, with the text by which the loader checks them. */
export type AddedCases = { content: HoldoutContent; text: HoldoutText };

/**
 * Reads cases from YAML (a list of them, or a map with `cases:`) or JSONL (a case a line). `file` is for the sentences;
 * the numbers of the lines are those of what was handed in.
 */
export function readAddedCases(given: string, file: string): Checked<AddedCases> {
  if (given.trim() === '') return refusedFor(file, 'it is empty');
  const asList = isJsonLines(given) ? `cases:\n${given.trim().split('\n').map((row) => `- ${row}`).join('\n')}\n` : undefined; // biome-ignore format: one line
  const listed = asList ?? (isYamlList(given, file) ? `cases:\n${given}` : undefined);
  const lineOffset = listed === undefined ? 0 : -1;
  const text = listed ?? given;
  const { value: content, problems: found } = readHoldoutText(text, file, lineOffset);
  if (!content) return { value: undefined, problems: found };
  return { value: { content, text: { text, file, isSecret: false, lineOffset } }, problems: [] };
}

const refusedFor = (file: string, detail: string): Checked<never> => ({
  value: undefined,
  problems: [problems.holdoutShape({ file, detail })],
});

/** More than one line, each of them a map: a single line of JSON is YAML too. */
function isJsonLines(text: string): boolean {
  const rows = text.trim().split('\n');
  const isCase = (row: string) => {
    const parsed = parseJson(row);
    return 'value' in parsed && isMap(parsed.value) && !('cases' in parsed.value);
  };
  return rows.every((row) => row.trim() !== '') && rows.every(isCase);
}

const isYamlList = (text: string, file: string) => Array.isArray(readYaml(text, file).value?.value);
