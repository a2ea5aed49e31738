import type { Label } from '../domain/label.ts';
import { labelId } from '../domain/label-id.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { sha256 } from '../text/sha256.ts';
import type { WrittenLabel } from './label-schema.ts';

/** Makes a whole label of a line, with what follows from the rest where the line does not say it. */
export function toLabel(written: WrittenLabel, of: Pick<Label, 'suite' | 'check'>): Label {
  const { input, vars: own = {}, ...said } = written;
  const vars = input === undefined ? own : { input, ...own };
  const item = {
    suite: said.suite ?? of.suite,
    check: said.check ?? of.check,
    case: said.case ?? said.id ?? sha256(canonicalJson(vars), 8),
    output: said.output,
    ...(said.before === undefined ? {} : { before: said.before }),
  };
  return {
    ...said,
    schemaVersion: 1,
    id: said.id ?? labelId(item),
    ...{ ...item, vars, meta: said.meta ?? {}, messages: said.messages ?? asked(vars.input) },
    rater: said.rater ?? 'unknown',
  };
}

const asked = (input: unknown): Label['messages'] =>
  typeof input === 'string' ? [{ role: 'user', content: input }] : [];
