import { posix } from 'node:path';
import type { Json } from '../domain/json.ts';
import type { Checked } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { messageOf } from '../text/message-of.ts';
import { decodeText } from './decode-text.ts';
import type { PromptDraft } from './prompt-draft.ts';
import type { Tree } from './tree.ts';

/** The JSON Schema of the answer: as it stands in the front matter, or from the file that is named there. */
export async function readOutputSchema(
  { fields, at }: PromptDraft,
  folder: string,
  tree: Tree,
): Promise<Checked<Json>> {
  const named = fields.output?.jsonSchema;
  if (typeof named !== 'string') return { value: named, problems: [] };
  const place = at(['output', 'jsonSchema']);
  const file = posix.isAbsolute(named) ? named : posix.join(folder, named);
  const read = await tree.read(file, '');
  if (read.status === 'outside')
    return { value: undefined, problems: [problems.schemaOutside({ path: named, place })] };
  if (read.status !== 'read') {
    const detail = read.status === 'missing' ? 'it does not exist' : read.detail;
    return { value: undefined, problems: [problems.unreadableFile({ file, detail, place })] };
  }
  try {
    const text = decodeText(read.bytes);
    if (text === undefined)
      return { value: undefined, problems: [problems.notUtf8({ place: { file, line: 1, column: 1 } })] };
    return { value: JSON.parse(text) as Json, problems: [] };
  } catch (error) {
    const detail = messageOf(error);
    return { value: undefined, problems: [problems.schemaJson({ file, detail, place })] };
  }
}
