import type { Problem } from '../../src/domain/problem.ts';
import { holdoutCommandProblems } from '../../src/domain/problems/holdout-command-problems.ts';
import { holdoutProblems } from '../../src/domain/problems/holdout-problems.ts';
import { leakProblems } from '../../src/domain/problems/leak-problems.ts';
import { codeFrame } from '../../src/text/code-frame.ts';

const say = { ...holdoutProblems, ...holdoutCommandProblems, ...leakProblems };
const files = {
  plain: 'evals/refund.holdout.yaml',
  sealed: 'evals/refund.holdout.age',
  lock: 'evals/refund.holdout.lock.json',
};
const suite = 'refund';
const line = 'holdout: ./refund.holdout.yaml';
const place = { file: 'evals/refund.eval.yaml', line: 9, column: 10, frame: codeFrame(line, 9, 10, 21, 9) };
const inLock = (number = 1) => ({ file: files.lock, place: { file: files.lock, line: number, column: 1 } });
const inPlain = (number: number) => ({
  file: files.plain,
  place: { file: files.plain, line: number, column: 3 },
});
const age = (sign: string) => `age1${sign.repeat(58)}`;
const edited = {
  suite,
  file: files.plain,
  at: '2026-11-20T10:15:00.000Z',
  added: [],
  removed: [],
  edited: [],
  isCanary: false,
};

/** What can be told about a holdout, with the values that a person would see in it. */
export const holdoutSamples: Record<keyof typeof say, Problem[]> = {
  holdoutPath: [
    say.holdoutPath({ holdout: '../../cases.yaml', detail: 'it lies outside of the project', place }),
    say.holdoutPath({ holdout: './refund.json', detail: 'its name does not end in .yaml', place }),
  ],
  noHoldoutFile: [true, false].map((isSealed) => say.noHoldoutFile({ suite, ...files, isSealed, place })),
  noHoldout: [say.noHoldout({ suite, place })],
  holdoutLink: [
    say.holdoutLink({ file: files.sealed, link: files.sealed, place }),
    say.holdoutLink({ file: files.sealed, link: 'evals', place }),
  ],
  holdoutUnreadable: [say.holdoutUnreadable({ file: files.sealed, detail: 'it is a folder', place })],
  holdoutBeside: [say.holdoutBeside({ suite, ...files, place })],
  holdoutLockMissing: [say.holdoutLockMissing({ suite, file: files.sealed, lock: files.lock, place })],
  holdoutLoose: [true, false].flatMap((isThawed) =>
    [true, false].map((isRun) => say.holdoutLoose({ suite, plain: files.plain, isThawed, isRun, place })),
  ),
  holdoutRetired: [true, false].map((isRun) =>
    say.holdoutRetired({ suite, file: files.sealed, at: '2026-11-20T10:15:00.000Z', isRun, place }),
  ),
  holdoutLockConflict: [say.holdoutLockConflict(inLock(7))],
  brokenHoldoutLock: [say.brokenHoldoutLock({ detail: 'it ends too early', ...inLock() })],
  newerHoldoutLock: [say.newerHoldoutLock({ version: 2, ...inLock() })],
  editedHoldoutLock: [say.editedHoldoutLock({ detail: 'it says 30 cases, and has 29 leaves', ...inLock() })],
  holdoutLockMoved: [say.holdoutLockMoved({ file: files.lock })],
  holdoutOfOther: [say.holdoutOfOther({ file: files.lock, suite, of: 'triage', place })],
  holdoutEdited: [
    say.holdoutEdited({ ...edited, edited: ['late-parcel', 'no-receipt'], removed: ['lost-parcel'], place }),
    say.holdoutEdited({ ...edited, added: Array.from({ length: 12 }, (_, n) => `order-${n}`), isCanary: true, place }),
  ],
  holdoutChanged: [say.holdoutChanged({ file: files.sealed, lock: files.lock, place })],
  holdoutDamaged: [1, 3].map((parts) => say.holdoutDamaged({ file: files.sealed, part: parts, parts })),
  holdoutKeyMissing: [say.holdoutKeyMissing({ file: files.sealed })],
  holdoutKeyMalformed: [say.holdoutKeyMalformed({})],
  holdoutKeyWrong: [say.holdoutKeyWrong({ file: files.sealed, recipients: [age('q'), age('z')], own: [age('p')] })],
  holdoutSwapped: [say.holdoutSwapped({ file: files.sealed, lock: files.lock, detail: 'it is another set' })],
  holdoutShape: [say.holdoutShape({ detail: 'case 3 has the id of case 1', ...inPlain(12) })],
  holdoutOutside: [say.holdoutOutside({ what: '{ file: … }', ...inPlain(14) })],
  sealedCase: [
    say.sealedCase({ suite, file: files.sealed, number: 3, of: 40, code: 'undefined-variable', place }),
    say.sealedCase({ suite, file: files.sealed, number: undefined, of: 40, code: 'bad-value', place }),
  ],
  holdoutState: (['loose', 'frozen', 'thawed', 'sealed', 'retired'] as const).map((state) => say.holdoutState({ command: 'seal', state, suite, file: files.plain })),
  holdoutReason: [say.holdoutReason({ command: 'thaw refund' })],
  holdoutNoRecipient: [say.holdoutNoRecipient({ suite })],
  holdoutRecipient: [say.holdoutRecipient({ recipient: 'age1refund' }), say.holdoutRecipient({ recipient: undefined })],
  holdoutStranger: [say.holdoutStranger({ file: files.lock, recipient: age('p') })],
  holdoutNotSealed: [say.holdoutNotSealed({ file: files.plain })],
  holdoutNoCases: [say.holdoutNoCases({})],
  holdoutCopies: [['late-parcel'], ['late-parcel', 'no-receipt']].map((ids) => say.holdoutCopies({ file: files.sealed, ids })),
  holdoutSeen: [['late-parcel'], ['late-parcel', 'no-receipt']].map((ids) => say.holdoutSeen({ file: files.lock, ids })),
  holdoutFileExists: [say.holdoutFileExists({ file: 'key.txt' })],
  holdoutKeyInGit: [say.holdoutKeyInGit({ file: 'key.txt' })],
  holdoutExists: [say.holdoutExists({ suite, file: files.lock })],
  holdoutSplitEmpty: [say.holdoutSplitEmpty({ suite, cases: 3 })],
  holdoutSplitFile: [say.holdoutSplitFile({ file: 'evals/cases/refund.csv' })],
  holdoutSplitMapped: [say.holdoutSplitMapped({ file: 'evals/refund.eval.yaml', place })],
  holdoutSplitAnchor: [say.holdoutSplitAnchor({ file: 'evals/refund.eval.yaml', anchor: 'policy' })],
  holdoutLeak: [
    say.holdoutLeak({ where: { file: 'prompts/refund/v3.md', line: 14 }, kind: 'exact' }),
    say.holdoutLeak({ where: { file: 'prompts/refund/v3.md', line: 20 }, kind: 'contained', isAnswer: true, of: 'late-parcel' }),
    say.holdoutLeak({ where: { id: 'no-receipt', suiteFile: 'evals/refund.eval.yaml' }, kind: 'near', likeness: 0.834, of: 'late-parcel' }),
  ],
  canarySaid: [say.canarySaid({ suite, model: 'openai:gpt-5-mini' })],
  holdoutLeaksMore: [1, 40].map((more) => say.holdoutLeaksMore({ suite, more })),
  holdoutSpoilt: [true, false].map((isWarning) => say.holdoutSpoilt({ suite, contaminated: 3, of: 120, unit: isWarning ? 'text' : 'case', isWarning })),
}; // biome-ignore format: one sample a line
