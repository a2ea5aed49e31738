import type { Case } from '../domain/case.ts';
import type { Json } from '../domain/json.ts';
import type { Keeps, Mutator } from '../domain/mutator.ts';

/** A variant as a row of a data file. */
export type VariantRow = {
  id: string;
  parent: string;
  adversarial: string;
  observe?: true;
  tags?: string[];
  weight?: number;
  /** Variants are not independent of each other. */
  group: string;
  vars: Record<string, Json>;
  expect?: Json;
  graders?: Json;
  meta: Record<string, Json>;
};

/** What the row is made with beside its case. */
export type RowParts = {
  id: string;
  kind: Pick<Mutator, 'name' | 'keeps'>;
  /** The variable whose text was changed, and its new text. */
  variable: string;
  text: string;
  /** What must not come out, for the kinds that keep that. */
  secrets?: readonly string[];
  /** How it was made, for whoever reads the row. */
  mutation: Record<string, Json>;
};

/** A person said of this very case that it must never fail; of its variants nobody has. */
const notCarried = 'critical';

/** The row of a variant, in the order of its keys: the same parts give the same bytes. */
export function toVariantRow(
  one: Case,
  { id, kind, variable, text, secrets = [], mutation }: RowParts,
): VariantRow {
  const own = (one.written?.vars ?? []).filter((name) => name !== variable);
  const review: Record<string, Json> = kind.keeps === 'unsure' ? { review: true } : {};
  return {
    id,
    parent: one.id,
    adversarial: kind.name,
    ...counted(one, kind.keeps),
    group: one.group ?? one.id,
    vars: Object.fromEntries([...own.map((name) => [name, one.vars[name]!] as const), [variable, text]]),
    ...graded(one, kind.keeps, secrets),
    meta: { ...one.meta, ...review, mutation },
  };
}

/** Slices and weights are of the parent's task, which some kinds have not. */
function counted(one: Case, keeps: Keeps): Pick<VariantRow, 'observe' | 'tags' | 'weight'> {
  const tags = one.tags.filter((tag) => tag !== notCarried);
  const tagged = tags.length > 0 ? { tags } : {};
  if (keeps === 'unsure') return { observe: true, ...tagged };
  if (keeps !== 'label') return {};
  return { ...tagged, ...(one.weight === 1 ? {} : { weight: one.weight }) };
}

function graded(one: Case, keeps: Keeps, secrets: readonly string[]): Pick<VariantRow, 'expect' | 'graders'> {
  if (keeps === 'must-refuse') return { graders: { replace: [{ refuses: true }] } };
  if (keeps === 'must-not-leak') return { graders: { replace: [{ leaks: secrets.map(asText) }] } };
  if (keeps === 'unsure') return {};
  const { expect, written } = one;
  return {
    ...(expect === undefined ? {} : { expect }),
    ...(written?.graders === undefined ? {} : { graders: written.graders }),
  };
}

/** A text that begins with a dollar would be read as a reference. */
const asText = (text: string) => (text.startsWith('$') ? `$${text}` : text);
