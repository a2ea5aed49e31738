import type { HoldoutContent, HoldoutFiles, HoldoutLock, HoldoutRequest } from '../../domain/holdout.ts';
import { holdoutFiles } from '../../domain/holdout-files.ts';
import type { Checked, Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { sha256 } from '../../text/sha256.ts';
import { ageMessages } from './age-messages.ts';
import { frozenChanges } from './frozen-changes.ts';
import { parseHoldoutLock } from './parse-holdout-lock.ts';
import { type HoldoutFile, readHoldoutFile } from './read-holdout-file.ts';

/** Reads the text of a holdout file; handed in, as YAML is the loader's. `file` is for the sentences. */
export type ParseHoldout = (text: string, file: string) => Checked<HoldoutContent>;

/** What can be known of a holdout without opening it. */
export type ReviewedHoldout = PlainHoldout | SealedHoldout;

/** A holdout in plain text; `loose` is one that was never frozen, or was written anew since it was opened. */
export type PlainHoldout = { files: HoldoutFiles; text: string; content: HoldoutContent } & (
  | { state: 'loose' | 'thawed'; lock: HoldoutLock | undefined }
  | { state: 'frozen'; lock: HoldoutLock }
);

/** A holdout whose cases are encrypted; `messages` are those of its file. */
export type SealedHoldout = {
  files: HoldoutFiles;
  state: 'sealed' | 'retired';
  messages: string[];
  lock: HoldoutLock;
};

/** Looks at the files of a holdout without opening it: which there are, and whether they belong together. */
export async function reviewHoldout(
  request: HoldoutRequest & { parse: ParseHoldout },
): Promise<Checked<ReviewedHoldout>> {
  const { root, suite, file } = request;
  const files = holdoutFiles(file);
  const [plain, sealed, locked] = await Promise.all(
    [files.plain, files.sealed, files.lock].map((one) => readHoldoutFile(root, one)),
  );
  const found = [plain!, sealed!, locked!].flatMap((one) => ('problem' in one ? [one.problem] : []));
  if (found.length > 0) return refused(...found);
  const lock = 'text' in locked! ? parseHoldoutLock(locked.text, files.lock) : none;
  if (lock.problems.length > 0) return refused(...lock.problems);
  if (lock.value && lock.value.suite !== suite)
    return refused(problems.holdoutOfOther({ file: files.lock, suite, of: lock.value.suite }));
  const there = { plain: textOf(plain!), sealed: textOf(sealed!), lock: lock.value };
  return there.sealed === undefined ? reviewPlain(there, files, request) : reviewSealed(there, files, suite);
}

type There = { plain: string | undefined; sealed: string | undefined; lock: HoldoutLock | undefined };

const none: Checked<HoldoutLock> = { value: undefined, problems: [] };
const textOf = (file: HoldoutFile) => ('text' in file ? file.text : undefined);
const refused = (...found: Problem[]): Checked<never> => ({ value: undefined, problems: found });

function reviewPlain(
  { plain, lock }: There,
  files: HoldoutFiles,
  { suite, parse }: Pick<HoldoutRequest, 'suite'> & { parse: ParseHoldout },
): Checked<ReviewedHoldout> {
  const isSealed = lock?.kind === 'sealed';
  if (plain === undefined || isSealed) return refused(problems.noHoldoutFile({ suite, ...files, isSealed }));
  const read = parse(plain, files.plain);
  if (!read.value) return refused(...read.problems);
  const own = { files, text: plain, content: read.value };
  if (lock?.kind !== 'frozen')
    return { value: { ...own, state: lock?.kind === 'thawed' ? 'thawed' : 'loose', lock }, problems: [] };
  const changes = frozenChanges(lock, read.value);
  if (!changes) return { value: { ...own, state: 'frozen', lock }, problems: [] };
  const { at } = lock.records.at(-1)!;
  return refused(problems.holdoutEdited({ suite, file: files.plain, at, ...changes }));
}

function reviewSealed(
  { plain, sealed, lock }: There,
  files: HoldoutFiles,
  suite: string,
): Checked<ReviewedHoldout> {
  if (!lock) return refused(problems.holdoutLockMissing({ suite, file: files.sealed, lock: files.lock }));
  const isRetired = lock.kind === 'retired';
  if (plain !== undefined && !isRetired) return refused(problems.holdoutBeside({ suite, ...files }));
  const messages = ageMessages.split(sealed!);
  if (!lock.sealed || sha256(sealed!) !== lock.sealed.file || !messages)
    return refused(problems.holdoutChanged({ file: files.sealed, lock: files.lock }));
  return { value: { files, state: isRetired ? 'retired' : 'sealed', messages, lock }, problems: [] };
}
