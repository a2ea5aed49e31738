import type { HoldoutLock } from '../../domain/holdout.ts';
import { holdoutSchema } from '../../domain/holdout-schema.ts';
import type { Checked, Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { isMap } from '../../text/is-map.ts';
import { parseJson } from '../../text/parse-json.ts';
import { holdoutFlaws } from './holdout-flaws.ts';

const newest = 1;

/** Reads the text of a holdout's lock, and refuses one that was edited. `file` is for the sentences. */
export function parseHoldoutLock(text: string, file: string): Checked<HoldoutLock> {
  const place = { file, line: 1, column: 1 };
  const mark = /^(<<<<<<< |=======$|>>>>>>> )/m.exec(text);
  if (mark) {
    const line = text.slice(0, mark.index).split('\n').length;
    return refused(problems.holdoutLockConflict({ file, place: { ...place, line } }));
  }
  const parsed = parseJson(text);
  if ('error' in parsed) return refused(problems.brokenHoldoutLock({ file, detail: parsed.error, place }));
  const version = isMap(parsed.value) ? parsed.value.schemaVersion : undefined;
  if (typeof version === 'number' && version > newest)
    return refused(problems.newerHoldoutLock({ file, version, place }));
  const { data, error } = holdoutSchema.safeParse(parsed.value);
  if (!data) {
    const { path, message } = error.issues[0]!;
    return refused(
      problems.brokenHoldoutLock({ file, detail: `${path.join('.') || 'it'}: ${message}`, place }),
    );
  }
  const [detail] = holdoutFlaws(data);
  if (detail !== undefined) return refused(problems.editedHoldoutLock({ file, detail, place }));
  const { digest: _, ...lock } = data;
  return { value: lock, problems: [] };
}

const refused = (found: Problem): Checked<never> => ({ value: undefined, problems: [found] });
