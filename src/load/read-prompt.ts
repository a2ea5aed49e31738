import { posix } from 'node:path';
import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Prompt } from '../domain/prompt.ts';
import { checkInputs } from './check-inputs.ts';
import { checkTemplates } from './check-templates.ts';
import { decodeText } from './decode-text.ts';
import { promptDigest } from './prompt-digest.ts';
import type { PromptDraft } from './prompt-draft.ts';
import { readChatPrompt } from './read-chat-prompt.ts';
import { readIncludes } from './read-includes.ts';
import { readOutputSchema } from './read-output-schema.ts';
import { readTaggedPrompt } from './read-tagged-prompt.ts';
import type { Tree, TreeFile } from './tree.ts';

/** Which file is read, and what the prompt version is called. `id` is `name@v3` unless told. */
export type PromptFile = { name: string; version: number; file: string; id?: string };

/**
 * Reads one prompt version with all that it includes. The value is undefined when any problem is an error;
 * warnings come with a value.
 */
export async function readPrompt(which: PromptFile, tree: Tree): Promise<Checked<Prompt>> {
  const { file } = which;
  const read = await tree.read(file, 'prompts');
  if (read.status !== 'read') {
    return { value: undefined, problems: [problems.unreadableFile({ file, detail: toDetail(read) })] };
  }
  const source = decodeText(read.bytes);
  if (source === undefined)
    return { value: undefined, problems: [problems.notUtf8({ place: { file, line: 1, column: 1 } })] };
  const draft = file.endsWith('.yml') ? readChatPrompt(source, file) : readTaggedPrompt(source, file);
  if (!draft.value) return { value: undefined, problems: draft.problems };
  const made = await toPrompt(which, draft.value, source, tree, !hasError(draft.problems));
  const found = inOrder([...draft.problems, ...made.problems], file);
  return { value: hasError(found) ? undefined : made.value, problems: found };
}

async function toPrompt(
  which: PromptFile,
  draft: PromptDraft,
  source: string,
  tree: Tree,
  isSound: boolean,
): Promise<Checked<Prompt>> {
  const { fields, messages } = draft;
  const includes = await readIncludes(messages, tree);
  const templates = includes.isEndless
    ? { uses: [], problems: [] }
    : checkTemplates(messages, includes.partials);
  const schema = await readOutputSchema(draft, posix.dirname(which.file), tree);
  const found = [...includes.problems, ...templates.problems, ...schema.problems];
  found.push(...checkInputs(draft, templates.uses, isSound && !hasError(found)));
  const reaching = {
    messages: messages.map(({ role, template, line }) => ({ role, template, line })),
    partials: includes.partials,
    settings: fields.settings ?? {},
    tools: fields.tools ?? [],
    ...(schema.value === undefined ? {} : { outputSchema: schema.value }),
    ...(fields.verdict === undefined ? {} : { verdict: fields.verdict }),
  };
  const value: Prompt = {
    name: which.name,
    version: which.version,
    id: which.id ?? `${which.name}@v${which.version}`,
    file: which.file,
    ...(fields.description === undefined ? {} : { description: fields.description }),
    ...(fields.inputs ? { inputs: fields.inputs } : {}),
    variables: templates.uses.map(({ name }) => name),
    ...reaching,
    source,
    digest: promptDigest(reaching),
  };
  return { value, problems: found };
}

function toDetail(file: Exclude<TreeFile, { status: 'read' }>): string {
  if (file.status === 'missing') return 'it does not exist';
  return file.status === 'outside' ? 'it is a link that leads out of prompts/' : file.detail;
}

/** The prompt's own problems as they stand in its file, then those of other files. */
function inOrder(found: readonly Problem[], file: string): Problem[] {
  const own = found.filter(({ place }) => place?.file === file);
  const others = found.filter(({ place }) => place?.file !== file);
  return [
    ...own.sort((a, b) => a.place!.line - b.place!.line || a.place!.column - b.place!.column),
    ...others,
  ];
}

const hasError = (found: readonly Problem[]) => found.some(({ severity }) => severity === 'error');
