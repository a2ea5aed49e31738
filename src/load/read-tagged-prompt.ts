import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { splitFrontMatter } from '../text/split-front-matter.ts';
import { placeIn } from './place-in.ts';
import type { PromptDraft } from './prompt-draft.ts';
import { promptSchema } from './prompt-schema.ts';
import { readYaml } from './read-yaml.ts';
import { soundFields } from './sound-fields.ts';
import { type RoleFlaw, splitRoles } from './split-roles.ts';
import { toProblems } from './to-problems.ts';

/** Takes a `.md` or `.txt` prompt apart: front matter, then role tags. `source` is decoded text. */
export function readTaggedPrompt(source: string, file: string): Checked<PromptDraft> {
  const parts = splitFrontMatter(source);
  if (!parts) {
    const place = placeIn(file, source, { line: 1, column: 1 }, 3);
    return { value: undefined, problems: [problems.frontMatterOpen({ place })] };
  }
  const { front, body } = parts;
  const head = readFront(front?.text ?? '', file, (front?.line ?? 1) - 1);
  const { sections, flaws } = splitRoles(body.text);
  const found = [...head.problems, ...flaws.map((flaw) => toProblem(flaw, body.line - 1, file, source))];
  if (body.text.trim() === '') {
    const place = placeIn(file, source, { line: Math.min(body.line, source.split('\n').length), column: 1 });
    found.push(problems.emptyPrompt({ place }));
  }
  if (!head.value) return { value: undefined, problems: found };
  const messages = sections.map(({ role, template, line }) => {
    const first = body.line - 1 + line;
    const place: PromptDraft['messages'][number]['place'] = (spot) =>
      placeIn(file, source, { line: first + spot.line - 1, column: spot.column });
    return { role, template, line: first, place };
  });
  return { value: { ...head.value, messages }, problems: found };
}

function readFront(text: string, file: string, offset: number): Checked<Omit<PromptDraft, 'messages'>> {
  const yaml = readYaml(text, file, offset);
  if (!yaml.value) return { value: undefined, problems: yaml.problems };
  const { value, at } = yaml.value;
  const parsed = promptSchema.safeParse(value ?? {}, { reportInput: true });
  if (parsed.success) return { value: { fields: parsed.data, at }, problems: [] };
  const found = toProblems(parsed.error, promptSchema, yaml.value, [], 'the front matter of a prompt');
  return { value: { fields: soundFields(promptSchema, value), at }, problems: found };
}

function toProblem(flaw: RoleFlaw, offset: number, file: string, source: string): Problem {
  const line = flaw.line + offset;
  const text = source.split('\n')[line - 1] ?? '';
  const column = text.length - text.trimStart().length + 1;
  const place = placeIn(file, source, { line, column }, text.trim().length);
  switch (flaw.kind) {
    case 'open':
      return problems.roleOpen({ ...flaw, place });
    case 'not-open':
      return problems.roleNotOpen({ ...flaw, place });
    case 'inline':
      return problems.roleInline({ ...flaw, place });
    case 'empty':
      return problems.emptyMessage({ ...flaw, place });
    case 'nested':
      return problems.roleNested({ ...flaw, place });
    case 'unknown':
      return problems.unknownRole({ ...flaw, place });
    case 'maybe':
      return problems.maybeRole({ ...flaw, place });
    case 'outside':
      return problems.textOutsideRoles({ place });
  }
}
