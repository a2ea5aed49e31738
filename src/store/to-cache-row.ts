import type { Message } from '../domain/message.ts';
import type { Request } from '../domain/request.ts';
import type { CachedArm, RequestKey } from '../domain/response-cache.ts';
import { sha256 } from '../text/sha256.ts';
import { redacted } from './redacted.ts';
import { trialLabel } from './trial-label.ts';

/** An answer with its request, as text: a row of the store that is not written yet. */
export type CacheRow = {
  key: string;
  arm: CachedArm;
  trial: string;
  prompt: string | null;
  at: number;
  messages: string;
  case: string | null;
  answer: string;
  /** Long messages, which many rows refer to. */
  texts: { digest: string; content: string }[];
};

/** A text is worth sharing from this many characters on. */
const shortest = 1024;

/** The request that was asked beside its answer, without its secrets: `evals cache why` compares with it. */
export function toCacheRow(
  { key, request, model, answer }: { key: RequestKey; request: Request; model: string; answer: string },
  { at, redact }: { at: number; redact(text: string): string },
): CacheRow {
  const texts: CacheRow['texts'] = [];
  const toStored = ({ role, content }: Message) => {
    if (content.length < shortest) return { role, content };
    const clean = redact(content);
    const digest = sha256(clean, 16);
    texts.push({ digest, content: clean });
    return { role, text: digest };
  };
  const toText = (value: unknown) => {
    const text = JSON.stringify(value);
    return redact(text) === text ? text : JSON.stringify(redacted(value, redact));
  };
  return {
    key: key.key,
    arm: key.arm,
    trial: redact(trialLabel({ suite: request.suite, case: request.case.id, model, repeat: request.repeat })),
    prompt: request.prompt ?? null,
    at,
    messages: toText(request.messages.map(toStored)),
    case: key.case === undefined ? null : toText(key.case),
    answer,
    texts,
  };
}
