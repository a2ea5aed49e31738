import { caseTexts } from '../../domain/case-texts.ts';
import type { Json } from '../../domain/json.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { likeRecords } from '../../text/like-records.ts';
import { maskPersonal } from '../../text/mask-personal.ts';
import { sha256 } from '../../text/sha256.ts';
import type { Draft } from './draft.ts';
import { masked } from './masked.ts';
import type { AddTarget } from './open-target.ts';
import type { AddOptions } from './parse-add-options.ts';
import type { Log, LogRow } from './read-log.ts';
import { toVars } from './to-vars.ts';

/** What could be cases, and the rows that are cases already: of each its line, and the case (or the line of this log). */
export type Drafts = { drafts: Draft[]; known: { line: number; as: string }[] };

/** From here on a row is the case that it is like. */
const sameFrom = 0.8;
const nearFrom = 0.5;

/** Makes a draft of each row: redacted, named, and without those that are cases already. */
export function toDrafts(
  log: Log,
  target: AddTarget,
  options: Pick<AddOptions, 'variable' | 'idPrefix' | 'tags'>,
  redact: (text: string) => string,
): Drafts {
  const varsOf = toVars(target, options.variable);
  const all = log.rows.map((row) => toDraft(row, varsOf(row), target, options, redact));
  const known: Drafts['known'] = [];
  const drafts: Draft[] = [];
  const like = mostLike(all, target);
  for (const [index, draft] of all.entries()) {
    const other = like.get(index);
    if (other && other.likeness >= sameFrom) known.push({ line: draft.line, as: other.as });
    else drafts.push(other ? { ...draft, near: { id: other.as, likeness: other.likeness } } : draft);
  }
  return { drafts: withOwnIds(drafts, target), known };
}

function toDraft(
  { line, output, expect }: LogRow,
  given: Record<string, Json>,
  target: AddTarget,
  { idPrefix = 'log', tags = [] }: Pick<AddOptions, 'idPrefix' | 'tags'>,
  redact: (text: string) => string,
): Draft {
  const { mask, used } = maskPersonal();
  const clean = (text: string) => mask(redact(text));
  const vars = masked(given, clean);
  const draft = {
    line,
    id: `${idPrefix}-${sha256(canonicalJson(vars), 8)}`,
    vars,
    tags,
    expect: masked(expect, clean),
    output: output === undefined ? undefined : clean(output),
  };
  return { ...draft, isGradable: isGradable(vars, target), replaced: used() };
}

function isGradable(own: Record<string, Json>, { suite, vars, hasGraders }: AddTarget): boolean {
  const made = suite.checksFor?.({ vars: { ...vars, ...own }, meta: {} });
  return hasGraders && made?.problems.every(({ severity }) => severity !== 'error') === true;
}

/** Of each draft what it is most like: a case, or an earlier row. Of cases only what rows have too is compared. */
function mostLike(
  drafts: readonly Draft[],
  { cases }: AddTarget,
): Map<number, { as: string; likeness: number }> {
  const names = new Set(drafts.flatMap(({ vars }) => Object.keys(vars)));
  const own = cases.map(({ vars }) =>
    caseTexts({ vars: Object.fromEntries(Object.entries(vars).filter(([name]) => names.has(name))) }),
  );
  const found = new Map<number, { as: string; likeness: number }>();
  for (const { left, right, likeness } of likeRecords([...own, ...drafts.map(caseTexts)], nearFrom)) {
    const index = right - cases.length;
    if (index < 0 || (found.get(index)?.likeness ?? 0) >= likeness) continue;
    const as = left < cases.length ? cases[left]!.id : `line ${drafts[left - cases.length]!.line}`;
    found.set(index, { as, likeness });
  }
  return found;
}

/** Where an id is taken, a number follows. */
function withOwnIds(drafts: readonly Draft[], { cases }: AddTarget): Draft[] {
  const taken = new Set(cases.map(({ id }) => id));
  return drafts.map((draft) => {
    let id = draft.id;
    for (let number = 2; taken.has(id); number++) id = `${draft.id}-${number}`;
    taken.add(id);
    return { ...draft, id };
  });
}
