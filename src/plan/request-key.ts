import { hash } from 'node:crypto';
import type { Message } from '../domain/message.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import type { RequestParts } from './request-parts.ts';

/** A longer text stands in a request by its digest: a system message of 10,000 characters is digested once a run. */
const longest = 1024;
/** How many digests are remembered; a run has a handful of long texts that come again. */
const remembered = 32;

/** What of a request is not the same for its whole arm. */
type Varying = Pick<RequestParts, 'messages' | 'case' | 'repeat'>;

/**
 * A function from the digest of an arm and the rest of a request to the request's key: SHA-256 (base64url, 43 signs) of
 * JSON with sorted keys. Everything that an answer may depend on changes it; the order of keys does not.
 */
export function requestKey(): (arm: string, varying: Varying) => string {
  const digests = new Map<string, string>();
  const digestOf = (text: string): string => {
    const known = digests.get(text);
    if (known !== undefined) return known;
    const digest = hash('sha256', JSON.stringify(text), 'base64url');
    if (digests.size >= remembered) digests.delete(digests.keys().next().value!);
    digests.set(text, digest);
    return digest;
  };
  // Field by field, as it is on the path of every request; a test fails to compile when a message gets another field.
  const toText = ({ role, content }: Message): string =>
    content.length < longest
      ? `["${role}",${JSON.stringify(content)}]`
      : `["${role}",null,"${digestOf(content)}"]`;
  return (arm, { messages, case: one, repeat }) => {
    const text = `{"arm":${JSON.stringify(arm)},"repeat":${repeat},"messages":[${messages.map(toText).join(',')}]`;
    const whole = one === undefined ? `${text}}` : `${text},"case":${canonicalJson(one)}}`;
    return hash('sha256', whole, 'base64url');
  };
}
