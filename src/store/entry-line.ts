import type { CassetteEntry, CassetteModel, CassetteReply } from '../domain/cassette.ts';
import type { Request } from '../domain/request.ts';
import { cassetteLabel } from '../plan/cassette-label.ts';
import { cassetteRequest, type SharedValue } from '../plan/cassette-request.ts';
import { requestDigest } from '../plan/request-digest.ts';
import { cassetteLine } from './cassette-line.ts';
import { redacted } from './redacted.ts';

/** An entry as it is written, and the long values that it refers to. */
export type EntryLine = { entry: CassetteEntry; line: string; shared: SharedValue[]; isRedacted: boolean };

/** Gives a function that makes entries from which every secret is taken out. */
export function entryLine(
  redact: (text: string) => string,
): (asked: CassetteModel, request: Request, reply: CassetteReply) => EntryLine {
  let shared: SharedValue[] = [];
  const toRequest = cassetteRequest((value) => shared.push(value));
  const make = (asked: CassetteModel, request: Request, reply: CassetteReply) => {
    shared = [];
    const stored = toRequest(asked, request);
    const digest = requestDigest(stored, request.repeat);
    const entry: CassetteEntry = {
      ...cassetteLabel(asked.model.name, request),
      digest,
      request: stored,
      ...reply,
    };
    return { entry, line: cassetteLine(entry), shared };
  };
  const isClean = remembering((json) => redact(json) === json);
  return (asked, request, reply) => {
    const made = make(asked, request, reply);
    // Nearly every entry has no secret in it: then it is made once.
    if (redact(made.line) === made.line && made.shared.every(isClean)) return { ...made, isRedacted: false };
    const model = redacted(asked.model, redact);
    const clean = make({ ...asked, model }, redacted(request, redact), cleaned(reply, redact));
    return { ...clean, isRedacted: true };
  };
}

/** Our own words stay, even where a secret is the same word. */
function cleaned(reply: CassetteReply, redact: (text: string) => string): CassetteReply {
  const clean = redacted(reply, redact);
  if ('failure' in clean && 'failure' in reply)
    return { failure: { ...clean.failure, kind: reply.failure.kind } };
  if (!('answer' in clean && 'answer' in reply)) return clean;
  const { unified } = reply.answer.finish;
  return { answer: { ...clean.answer, finish: { ...clean.answer.finish, unified } } };
}

/** A long text is looked through once, as long as it comes again and again. */
function remembering(isClean: (json: string) => boolean): (value: SharedValue) => boolean {
  const known = new Map<string, boolean>();
  return ({ digest, json }) => {
    const before = known.get(digest);
    if (before !== undefined) return before;
    if (known.size >= 1024) known.clear();
    known.set(digest, isClean(json));
    return known.get(digest)!;
  };
}
