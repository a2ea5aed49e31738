import type { Role } from '../domain/message.ts';
import { closest } from '../text/closest.ts';

const roles: Role[] = ['system', 'user', 'assistant'];

/** A message as it stands in the file. `line` counts from 1, within the body. */
export type Section = { role: Role; template: string; line: number };

/** One thing that is wrong with the tags. */
export type RoleFlaw = { line: number } & (
  | { kind: 'open' | 'not-open' | 'inline' | 'empty'; role: string }
  | { kind: 'nested'; role: string; open: string }
  | { kind: 'unknown'; tag: string; suggestion?: string; names: string[] }
  | { kind: 'maybe'; tag: string; suggestion: string }
  | { kind: 'outside' }
);

/**
 * Splits the body of a prompt at `<system>`, `<user>` and `<assistant>`, each on a line of its own.
 * Without any the body is the user's message. Blank lines around a message are dropped; nothing else is changed.
 */
export function splitRoles(body: string): { sections: Section[]; flaws: RoleFlaw[] } {
  const lines = body.split('\n');
  const tags = lines.map(toTag);
  if (!tags.some((tag) => tag?.role)) return plainBody(lines, tags);
  const sections: Section[] = [];
  const flaws: RoleFlaw[] = [];
  let open: { role: Role; from: number } | undefined;
  const close = (end: number) => {
    if (!open) return;
    const section = toSection(open.role, lines, open.from + 1, end);
    if (section) sections.push(section);
    else flaws.push({ kind: 'empty', role: open.role, line: open.from + 1 });
    open = undefined;
  };
  for (const [index, tag] of tags.entries()) {
    const line = index + 1;
    if (tag?.role && tag.isEnd) {
      if (open?.role === tag.role) close(index);
      else flaws.push({ kind: 'not-open', role: tag.role, line });
    } else if (tag?.role) {
      if (open) flaws.push({ kind: 'nested', role: tag.role, open: open.role, line });
      close(index);
      open = { role: tag.role, from: index };
    } else if (!open) flaws.push(...outside(lines[index]!, tag, line));
  }
  if (open) flaws.push({ kind: 'open', role: open.role, line: open.from + 1 });
  close(lines.length);
  return { sections, flaws };
}

type RoleTag = { name: string; isEnd: boolean; role?: Role };

function toTag(line: string): RoleTag | undefined {
  const [, slash, name] = /^[ \t]*<(\/?)([\p{L}][\p{L}\p{N}_-]*)>[ \t]*$/u.exec(line) ?? [];
  if (name === undefined) return undefined;
  return { name, isEnd: slash === '/', role: roles.find((role) => role === name) };
}

/** The role that a line begins with, when more follows on the same line. */
const inlineRole = (line: string) => /^[ \t]*<(system|user|assistant)>[ \t]*\S/.exec(line)?.[1];

function outside(text: string, tag: RoleTag | undefined, line: number): RoleFlaw[] {
  if (text.trim() === '') return [];
  const inline = inlineRole(text);
  if (inline) return [{ kind: 'inline', role: inline, line }];
  if (!tag) return [{ kind: 'outside', line }];
  return [
    {
      kind: 'unknown',
      tag: (tag.isEnd ? '/' : '') + tag.name,
      suggestion: closest(tag.name, roles),
      names: roles,
      line,
    },
  ];
}

function plainBody(
  lines: string[],
  tags: (RoleTag | undefined)[],
): { sections: Section[]; flaws: RoleFlaw[] } {
  const section = toSection('user', lines, 0, lines.length);
  const flaws = lines.flatMap((text, index): RoleFlaw[] => {
    const line = index + 1;
    const inline = inlineRole(text);
    if (inline) return [{ kind: 'inline', role: inline, line }];
    const tag = tags[index];
    const suggestion = tag && !tag.isEnd ? closest(tag.name, roles) : undefined;
    return tag && suggestion ? [{ kind: 'maybe', tag: tag.name, suggestion, line }] : [];
  });
  return { sections: section ? [section] : [], flaws };
}

/** The lines from `start` to before `end`, without blank ones at either side; undefined when none is left. */
function toSection(role: Role, lines: string[], start: number, end: number): Section | undefined {
  const isBlank = (index: number) => lines[index]!.trim() === '';
  let [from, to] = [start, end];
  while (from < to && isBlank(from)) from++;
  while (to > from && isBlank(to - 1)) to--;
  return from < to ? { role, template: lines.slice(from, to).join('\n'), line: from + 1 } : undefined;
}
