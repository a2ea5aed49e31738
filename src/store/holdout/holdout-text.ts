import type { HoldoutContent } from '../../domain/holdout.ts';
import { toJson } from '../../text/to-json.ts';

/** What is sealed as the text of a holdout file: YAML that is JSON, a case a line. */
export function holdoutText({ canary, cases }: HoldoutContent): string {
  const rows = cases.map((one) => `  ${toJson(one)}`).join(',\n');
  return `{\n"canary": ${toJson(canary)},\n"cases": [\n${rows}\n]\n}\n`;
}
