import type { CassetteEntry } from '../domain/cassette.ts';
import { requestDigest } from '../plan/request-digest.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { isMap } from '../text/is-map.ts';
import { sha256 } from '../text/sha256.ts';

/** What a line after the header is: a long value that entries refer to, an entry, or something that we did not write. */
export type CassetteLine =
  | { type: 'text'; digest: string; content: unknown }
  | { type: 'entry'; entry: CassetteEntry }
  | { type: 'flaw'; detail: string };

const finishes = ['stop', 'length', 'content-filter', 'tool-calls', 'error', 'other'];
const flaw = (detail: string): CassetteLine => ({ type: 'flaw', detail });
const isText = (value: unknown) => typeof value === 'string';

/** Reads a line, and checks that its digest fits what it holds. */
export function parseCassetteLine(line: string): CassetteLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return flaw(/^(<{7}|={7}|>{7})/.test(line) ? 'a merge conflict is in it' : 'it is not valid JSON');
  }
  if (!isMap(value)) return flaw('it is no entry');
  if ('content' in value) return toText(value);
  if (!isEntry(value)) return flaw('it is no entry');
  const fits = requestDigest(value.request, value.repeat) === value.digest;
  return fits ? { type: 'entry', entry: value } : flaw('its digest does not fit its request');
}

function toText({ text: digest, content }: Record<string, unknown>): CassetteLine {
  if (typeof digest !== 'string' || sha256(canonicalJson(content), 16) !== digest)
    return flaw('its digest does not fit its text');
  return { type: 'text', digest, content };
}

function isEntry(value: Record<string, unknown>): value is Record<string, unknown> & CassetteEntry {
  const { suite, case: one, prompt, model, repeat, digest, request, answer, failure } = value;
  const isLabelled =
    isText(suite) && isText(one) && isText(model) && (prompt === undefined || isText(prompt));
  if (!isLabelled || !Number.isInteger(repeat) || !isText(digest) || !isRequest(request)) return false;
  return answer === undefined ? isFailure(failure) : failure === undefined && isAnswer(answer);
}

const isRequest = (value: unknown) =>
  isMap(value) &&
  isText(value.provider) &&
  isText(value.model) &&
  isMap(value.options) &&
  isMap(value.settings) &&
  Array.isArray(value.messages) &&
  value.messages.every((one) => isMap(one) && isText(one.role) && isText(one.content ?? one.text));

const isFailure = (value: unknown) =>
  isMap(value) && isText(value.kind) && isText(value.message) && typeof value.retryable === 'boolean';

function isAnswer(value: unknown): boolean {
  if (!isMap(value) || !isText(value.text) || !Array.isArray(value.toolCalls)) return false;
  const { finish, usage, served, warnings = [] } = value;
  const areCalls = value.toolCalls.every((call) => isMap(call) && isText(call.name) && 'arguments' in call);
  const isFinished = isMap(finish) && finishes.includes(finish.unified as string);
  const isCounted = isMap(usage) && Object.values(usage).every((count) => typeof count === 'number');
  return (
    areCalls && isFinished && isCounted && isMap(served) && Array.isArray(warnings) && warnings.every(isText)
  );
}
