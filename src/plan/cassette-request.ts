import type { CassetteModel, CassetteRequest } from '../domain/cassette.ts';
import type { Message } from '../domain/message.ts';
import type { Request } from '../domain/request.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { sha256 } from '../text/sha256.ts';
import { requestParts } from './request-parts.ts';

/** A value from this many characters of JSON on is written once, and meant by its digest. */
const usual = 1024;
/** How many long texts are remembered with their digests; a run has a handful that come again. */
const remembered = 64;
const digestLength = 16;

/** A long value, as a line of its own. */
export type SharedValue = { digest: string; json: string };

/**
 * Gives a function that turns requests into what a cassette holds of them: without the address, which may come from an
 * environment that others do not have. `share` is told each long value that a request refers to, each time.
 * A text is long from `shortest` characters on (1,024 unless told); one that comes again is digested once.
 */
export function cassetteRequest(
  share: (value: SharedValue) => void = () => {},
  shortest = usual,
): (asked: CassetteModel, request: Request) => CassetteRequest {
  const known = new Map<unknown, SharedValue>();
  const toShared = (value: unknown): string => {
    const shared = known.get(value) ?? toSharedValue(value);
    if (known.size >= remembered && !known.has(value)) known.delete(known.keys().next().value!);
    known.set(value, shared);
    share(shared);
    return shared.digest;
  };
  const toMessage = ({ role, content }: Message): CassetteRequest['messages'][number] =>
    content.length < shortest ? { role, content } : { role, text: toShared(content) };
  return ({ model, seesCase }, request) => {
    const parts = requestParts(model, request, { seesCase });
    const { provider, model: id, options, settings, tools, outputSchema } = parts;
    return {
      provider,
      model: id,
      options,
      settings,
      ...(tools.length === 0 ? {} : either('tools', tools, shortest, toShared)),
      ...(outputSchema === undefined ? {} : either('outputSchema', outputSchema, shortest, toShared)),
      messages: parts.messages.map(toMessage),
      ...(parts.case === undefined ? {} : { case: parts.case }),
    };
  };
}

function toSharedValue(value: unknown): SharedValue {
  const json = canonicalJson(value);
  return { json, digest: sha256(json, digestLength) };
}

/** The value under its own name, or its digest under the name for that. */
function either(
  name: 'tools' | 'outputSchema',
  value: unknown,
  shortest: number,
  toShared: (value: unknown) => string,
): Record<string, unknown> {
  const json = canonicalJson(value);
  return json.length < shortest ? { [name]: value } : { [`${name}Text`]: toShared(value) };
}
