import { doctorProblems as say } from '../../domain/doctor-problems.ts';
import type { Model } from '../../domain/model.ts';
import type { Problem } from '../../domain/problem.ts';
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

type Verdict = Answered['verdict'];
type Told = { address: string; status: number };

/** What is said whoever asked. */
const plain: Partial<Record<Verdict['is'], (x: Told) => Problem>> = {
  'not-a-list': say.notAModelList,
  elsewhere: say.sentElsewhere,
  busy: say.slowDown,
  broken: say.unwell,
};

const remarks: Partial<Record<Verdict['is'], string>> = {
  'no-list': '; it has no list of models to try a key on',
  refused: '; no key was sent',
  forbidden: '; no key was sent',
};

/** What an answer says: that somebody is there, whether they take the key, whether they have the models. */
export function toAnswerFindings({ code: status, ms, verdict }: Answered, asker: Asker): Finding[] {
  const { address, key, needsKey } = asker;
  const there = `${address} answers (${duration(ms)})`;
  const problem = toProblem(verdict, status, asker);
  if (problem) return [found.problem(problem)];
  if (verdict.is === 'listed') {
    // Many servers of this protocol list their models to anybody: there a list proves nothing of the key.
    const shown = needsKey
      ? `takes the key in ${key}`
      : `lists its models; whether it takes the key in ${key}, a run will show`;
    const taken = key ? ` and ${shown}` : '';
    return [found.good('reachable', `${there}${taken}`), ...missing(verdict.models, asker)];
  }
  return [found.good('reachable', `${there}${remarks[verdict.is] ?? ''}`)];
}

function toProblem({ is }: Verdict, status: number, { address, key, needsKey }: Asker): Problem | undefined {
  if (is === 'no-list') return /\/v\d+\w*$/.test(address) ? undefined : say.noModelList({ address, status });
  if (is !== 'refused' && is !== 'forbidden') return plain[is]?.({ address, status });
  if (!key) return needsKey ? undefined : say.keyWanted({ address, status });
  return is === 'refused' ? say.keyRefused({ address, key, status }) : say.keyForbidden({ address, key });
}

/** Where the server shows only the first page, a model that is not on it may be on the next. */
function missing(
  { ids, isWhole }: { ids: string[]; isWhole: boolean },
  { address, models }: Asker,
): Finding[] {
  if (!isWhole || ids.length === 0) return [];
  return models
    .filter(({ id }) => !isListed(id, ids))
    .map(({ name, id }) => {
      // An id comes from outside: only one that looks like one is said.
      const suggestion = closest(
        id,
        ids.filter((one) => /^[\w.:/@+-]{1,80}$/.test(one)),
      );
      return found.problem(
        say.modelNotListed({ model: name.includes(id) ? name : `${name} (${id})`, address, suggestion }),
      );
    });
}

/** A name without its date or tag stands for the newest: `claude-haiku-4-5`, Ollama's `qwen3`. */
function isListed(id: string, ids: readonly string[]): boolean {
  const plain = id.replace(/^models\//, '');
  const fits = (one: string) =>
    one === plain || one === `${plain}:latest` || /^-(\d{6,8}|latest)$/.test(one.slice(plain.length));
  return ids.some((one) => one.startsWith(plain) && fits(one));
}
