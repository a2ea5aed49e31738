import { caseSchema } from '../../load/case-schema.ts';
import type { Draft } from './draft.ts';
import type { AddTarget } from './open-target.ts';

/** A function that says what is wrong with an id for a draft; undefined where nothing is. */
export function whyNoId({
  cases,
}: Pick<AddTarget, 'cases'>): (id: string, draft: Draft, drafts: readonly Draft[]) => string | undefined {
  const taken = new Map(cases.map(({ id }) => [id, 'a case of the suite has it']));
  return (id, draft, drafts) => {
    const parsed = caseSchema.inline.shape.id.safeParse(id);
    if (!parsed.success) return `That is no id: ${parsed.error.issues[0]!.message}.`;
    const other = drafts.find((one) => one.line !== draft.line && one.id === parsed.data);
    const why = taken.get(parsed.data) ?? (other ? `line ${other.line} of the log has it` : undefined);
    return why === undefined ? undefined : `Another id, please: ${why}.`;
  };
}
