import type { EndpointQuestion } from './to-question.ts';
import { type Probed, probe } from './wire/probe.ts';
import { type ModelList, readModelList } from './wire/read-model-list.ts';

/** What a server's answer says: `listed` is a list of models, `no-list` that it has none, `other` anything else. */
export type Verdict =
  | { is: 'listed'; models: ModelList }
  | { is: 'refused' | 'forbidden' | 'no-list' | 'elsewhere' | 'busy' | 'broken' | 'not-a-list' | 'other' };

/** What came of asking an endpoint. The answer's body is read and dropped: a server may put anything there, our key too. */
export type Reached =
  | { status: 'answered'; code: number; ms: number; verdict: Verdict }
  | Extract<Probed, { status: 'failed' }>;

/** Asks an endpoint once for what costs nothing. Never rejects. */
export async function probeEndpoint(
  { question, isListing }: EndpointQuestion,
  world: Parameters<typeof probe>[1],
): Promise<Reached> {
  const probed = await probe(question, world);
  if (probed.status === 'failed') return probed;
  const { code, ms, body } = probed;
  return { status: 'answered', code, ms, verdict: isListing ? toVerdict(code, body) : { is: 'other' } };
}

function toVerdict(code: number, body: string | undefined): Verdict {
  if (code >= 200 && code < 300) {
    const models = body === undefined ? undefined : readModelList(body);
    return models ? { is: 'listed', models } : { is: 'not-a-list' };
  }
  if (code < 400) return { is: 'elsewhere' };
  // Google says of a wrong key that the request is bad.
  if (code === 401 || (code === 400 && body?.includes('API_KEY_INVALID'))) return { is: 'refused' };
  if (code === 403) return { is: 'forbidden' };
  if (code === 404 || code === 405 || code === 501) return { is: 'no-list' };
  if (code === 429) return { is: 'busy' };
  return { is: code >= 500 ? 'broken' : 'other' };
}
