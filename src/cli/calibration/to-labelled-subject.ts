import type { Case } from '../../domain/case.ts';
import type { Label } from '../../domain/label.ts';
import type { Message } from '../../domain/message.ts';
import type { Subject } from '../../domain/subject.ts';
import type { PlannedSuite } from '../../plan/planned-suite.ts';
import { toTrial } from '../../plan/to-trial.ts';
import type { LabelGroup } from './label-group.ts';

type Asking = Pick<PlannedSuite, 'suite' | 'arms'>;
type Input = Pick<Label, 'vars' | 'expect' | 'meta'>;

/** A label that was written by hand may hold nothing of its case. */
const isBare = ({ vars, expect, meta }: Input) =>
  expect === undefined && Object.keys(vars).length + Object.keys(meta).length === 0;

/** Who would have asked, for labels that do not say what was asked. */
function askedBy({ suite, arms }: Asking): (id: string, input: Input) => Message[] {
  const make = toTrial();
  const [arm] = arms;
  return (id, input) => {
    if (!arm) return [];
    const one: Case = {
      ...{ id, ...input, tags: [], weight: 1, observe: false, checks: [] },
      ...{ digest: '', gradersDigest: '' },
    };
    try {
      return make({ suite, arm, index: 0, repeat: 1 }, one).request.messages;
    } catch {
      // A prompt that has got other variables since asks nobody: the judge sees the output alone.
      return [];
    }
  };
}

/**
 * Makes what a grader looks at of a labelled output: with the input that stands beside the label, or that of its case,
 * where the label has none. What the answer took is not known.
 */
export function toLabelledSubject(planned: Asking): (group: LabelGroup, one: Case | undefined) => Subject {
  const ask = askedBy(planned);
  return ({ lines }, one) => {
    const { label } = lines[0]!;
    const { vars, expect, meta } = isBare(label) && one ? one : label;
    const input = { vars, meta, ...(expect === undefined ? {} : { expect }) };
    return {
      answer: {
        ...{ text: label.output, toolCalls: [], finish: { unified: 'stop' } },
        ...{ usage: {}, served: {}, ms: {} },
      },
      messages: label.messages.length > 0 ? label.messages : ask(label.case, input),
      case: { id: label.case, ...input, tags: one?.tags ?? [] },
      ...(label.before === undefined ? {} : { before: label.before }),
      costUsd: null,
    };
  };
}
