import { doctorProblems as say } from '../../domain/doctor-problems.ts';
import type { Model } from '../../domain/model.ts';
import type { Reached } from '../../providers/probe-endpoint.ts';
import { closest } from '../../text/closest.ts';
import { duration } from '../../text/duration.ts';
import type { Finding } from './finding.ts';
import { found } from './found.ts';

type Answered = Extract<Reached, { status: 'answered' }>;

/** Who asked, with what. The address is already fit for the screen. */
export type Asker = {
  address: string;
  /** The variable whose key was sent. */
  key?: string;
  /** Without a key its models cannot be asked anyway, and that has been said of them. */
  needsKey: boolean;
  models: readonly Model[];
};

/** What an answer says: that somebody is there, whether they take the key, whether they have the models. */
export function toAnswerFindings({ code: status, ms, verdict }: Answered, asker: Asker): Finding[] {
  const { address, key, needsKey } = asker;
  const there = `${address} answers (${duration(ms)})`;
  switch (verdict.is) {
    case 'listed': {
      const taken = key ? ` and takes the key in ${key}` : '';
      return [found.good('reachable', `${there}${taken}`), ...missing(verdict.models, asker)];
    }
    case 'refused':
      if (key) return [found.problem(say.keyRefused({ address, key, status }))];
      return [needsKey ? found.good('reachable', `${there}; no key was sent`) : found.problem(say.keyWanted({ address, status }))];
    case 'forbidden':
      if (key) return [found.problem(say.keyForbidden({ address, key }))];
      return [needsKey ? found.good('reachable', `${there}; no key was sent`) : found.problem(say.keyWanted({ address, status }))];
    case 'no-list':
      return /\/v\d+\w*$/.test(address)
        ? [found.good('reachable', `${there}; it has no list of models to try a key on`)]
        : [found.problem(say.noModelList({ address, status }))];
    case 'not-a-list':
      return [found.problem(say.notAModelList({ address, status }))];
    case 'elsewhere':
      return [found.problem(say.sentElsewhere({ address, status }))];
    case 'busy':
      return [found.problem(say.slowDown({ address }))];
    case 'broken':
      return [found.problem(say.unwell({ address, status }))];
    case 'other':
      return [found.good('reachable', there)];
  }
} // biome-ignore format: a table

/** Where the server shows only the first page, a model that is not on it may be on the next. */
function missing({ ids, isWhole }: { ids: string[]; isWhole: boolean }, { address, models }: Asker): Finding[] {
  if (!isWhole || ids.length === 0) return [];
  return models
    .filter(({ id }) => !isListed(id, ids))
    .map(({ name, id }) => {
      // An id comes from outside: only one that looks like one is said.
      const suggestion = closest(id, ids.filter((one) => /^[\w.:/@+-]{1,80}$/.test(one)));
      return found.problem(say.modelNotListed({ model: name.includes(id) ? name : `${name} (${id})`, address, suggestion }));
    });
} // biome-ignore format: one line

/** A name without its date or tag stands for the newest: `claude-haiku-4-5`, Ollama's `qwen3`. */
function isListed(id: string, ids: readonly string[]): boolean {
  const plain = id.replace(/^models\//, '');
  const fits = (one: string) =>
    one === plain || one === `${plain}:latest` || /^-(\d{6,8}|latest)$/.test(one.slice(plain.length));
  return ids.some((one) => one.startsWith(plain) && fits(one));
}
