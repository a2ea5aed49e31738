import { oneLine } from '../../text/one-line.ts';
import { type At, say } from './say.ts';

/** What can be wrong with tools that write cases. */
export const caseToolProblems = {
  mutateOneSuite: (x: At & { suites: readonly string[] }) =>
    say.error(
      'mutate-one-suite',
      `Variants are made of the cases of one suite, and ${x.suites.length} are meant: ${x.suites.join(', ')}.`,
      'Name one of them.',
      x,
    ),
  mutateNothing: (x: At & { suite: string }) =>
    say.error(
      'mutate-nothing',
      `Suite "${x.suite}" has no case of which variants could be made: each is adversarial itself, or only observed.`,
      'Write a benign case with an "expect" or a grader first.',
      x,
    ),
  mutateNoText: (x: At & { suite: string; variable?: string }) =>
    say.error(
      'mutate-no-text',
      x.variable === undefined
        ? `No case of suite "${x.suite}" has a variable that is a text, so there is nothing to change.`
        : `In no case of suite "${x.suite}" is the variable "${x.variable}" a text.`,
      'Variants are made of texts; lists, maps and numbers stay as they are.',
      x,
    ),
  mutateWhich: (x: At & { suite: string; names: readonly string[] }) =>
    say.error(
      'mutate-which',
      `The cases of suite "${x.suite}" have several texts: ${x.names.join(', ')}.`,
      `Say which one is to be changed: --var ${x.names[0]}`,
      x,
    ),
  mutateNeedsModel: (x: At & { kinds: readonly string[] }) =>
    say.error(
      'mutate-needs-model',
      `Variants of the kind ${x.kinds.join(' and ')} are written by a model.`,
      'Say which one: --model openai:gpt-5-mini. A person accepts them one by one: evals cases review',
      x,
    ),
  mutateNoSecret: (x: At & { suite: string; kind: string }) =>
    say.error(
      'mutate-no-secret',
      `No prompt of suite "${x.suite}" has a system message with a sentence of its own, so it is not known what "${x.kind}" must not bring out.`,
      'Say it yourself: --secret "the text that must not come out"',
      x,
    ),
  protectShape: (x: At & { id: string }) =>
    say.error(
      'protect-shape',
      `In case "${x.id}", meta.protect is not a list of texts.`,
      'Write the parts of the text that no variant may change: meta: { protect: ["Blue Heron", "size M"] }',
      x,
    ),
  noAttacks: (x: At & { file: string }) =>
    say.error(
      'no-attacks',
      `There are no attacks in "${x.file}".`,
      'JSONL and CSV have one in each row, YAML is a list, any other file has one in each line.',
      x,
    ),
  attackWithoutText: (x: At & { fields: readonly string[] }) =>
    say.error(
      'attack-without-text',
      `This row has no text under ${x.fields.length === 1 ? `"${x.fields[0]}"` : `any of ${x.fields.join(', ')}`}.`,
      'Say where the text of an attack stands: --attack-field name',
      x,
    ),
  newerProposal: (x: At & { version: number }) =>
    say.error(
      'newer-proposal',
      `This proposal was written by a newer version of evals (format ${x.version}).`,
      'Update evals.',
      x,
    ),
  reviewNoTerminal: (x: At) =>
    say.error(
      'review-no-terminal',
      'Proposals are accepted with the keyboard of a terminal, and there is none here.',
      'Call it in a terminal. Or take the "row" of a proposal over into the file of variants yourself.',
      x,
    ),
  reviewNothing: (x: At & { files: readonly string[] }) =>
    say.error(
      'review-nothing',
      x.files.length === 0
        ? 'There are no proposals: no file under evals/ ends with .proposed.jsonl.'
        : `No proposal in ${x.files.join(', ')} waits for a decision.`,
      'A model writes some with: evals cases mutate <suite> --model openai:gpt-5-mini',
      x,
    ),
  reviewWhich: (x: At & { files: readonly string[] }) =>
    say.error(
      'review-which',
      `Proposals wait in several files: ${x.files.join(', ')}.`,
      `Say which one: evals cases review ${x.files[0]}`,
      x,
    ),
  variantsNotWritten: (x: At & { file: string; detail: string }) =>
    say.error(
      'variants-not-written',
      `The variants could not be written to "${x.file}": ${oneLine(x.detail)}.`,
      'The file is as it was. Name another one with --out, or mend that and call the command again.',
      x,
    ),
};
