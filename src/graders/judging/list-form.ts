import type { Json } from '../../domain/json.ts';
import type { JudgeSample } from '../../domain/judgement.ts';
import { isMap } from '../../text/is-map.ts';
import { quote } from '../../text/quote.ts';
import { isReason } from './is-reason.ts';
import type { Unread, VerdictForm } from './verdict-form.ts';

/** A list of verdicts: the key that it stands under, and the two words that may be said of a thing. */
type List = {
  key: string;
  good: string;
  bad: string;
  /** How a thing is told: by the number that we gave it, or in the judge's own words. */
  by: 'n' | 'statement';
};

/** What is asked about one output. */
type Asked = {
  /** What the numbered things are called in a reason, in their order; without them the judge finds the things itself. */
  things?: readonly string[];
  /** The score (0..1) of an output, by whether each of its things is good. */
  score(isGood: readonly boolean[]): number;
};

/** One verdict of a list. */
type Item = { thing: string | number; isGood: boolean; reason: string };

const told = { n: { type: 'integer' }, statement: { type: 'string' } };
const itemKeys = { n: ['n', 'reason', 'verdict'], statement: ['reason', 'statement', 'verdict'] };

function toSchema({ key, good, bad, by }: List): Json {
  const all = {
    ...told,
    reason: { type: 'string', description: 'One sentence, before the verdict.' },
    verdict: { type: 'string', enum: [good, bad] },
  };
  const names = itemKeys[by] as (keyof typeof all)[];
  const properties = Object.fromEntries(names.map((name) => [name, all[name]]));
  const item = { type: 'object', properties, required: names, additionalProperties: false };
  return {
    type: 'object',
    properties: { [key]: { type: 'array', items: item } },
    required: [key],
    additionalProperties: false,
  };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isUnread = (read: Item | Unread): read is Unread => 'why' in read;

function readItem(item: unknown, { key, good, bad, by }: List): Item | Unread {
  if (!isMap(item)) return { why: `an item of its ${key} is no object` };
  const { [by]: thing, reason, verdict } = item;
  const word = typeof verdict === 'string' ? verdict.trim().toLowerCase() : undefined;
  if (word !== good && word !== bad) return { why: `a verdict of its ${key} is neither ${good} nor ${bad}` };
  if (!isReason(reason)) return { why: `a verdict of its ${key} has no reason` };
  if (by === 'n' ? typeof thing !== 'number' : !isText(thing))
    return { why: `a verdict of its ${key} does not say what it is of` };
  return { thing: thing as Item['thing'], isGood: word === good, reason };
}

/** Everything asked about has to be judged, and nothing else, and nothing twice. */
function inOrder(items: readonly Item[], count: number, key: string): Item[] | Unread {
  const byNumber = new Map(items.map((item) => [item.thing, item]));
  const ordered = Array.from({ length: count }, (_, index) => byNumber.get(index + 1));
  return items.length === count && ordered.every((item) => item !== undefined)
    ? ordered
    : { why: `its ${key} are not those asked for, each once, by their numbers from 1 to ${count}` };
}

function toSample(items: readonly Item[], { good, bad }: List, { things, score }: Asked): JudgeSample {
  const isGood = items.map((item) => item.isGood);
  const worst = items.filter((item) => !item.isGood);
  const reasons = (worst.length > 0 ? worst : items).map(({ thing, reason, ...item }) => {
    const called = typeof thing === 'number' ? things?.[thing - 1] : quote(thing);
    return `${item.isGood ? good : bad} ${called}: ${reason}`;
  });
  const verdict = `${items.length - worst.length} of ${items.length} ${good}`;
  return { verdict, score: score(isGood), reason: reasons.join(' · ') };
}

/**
 * A verdict on each thing of a list, in one reply, each after its own reason. A list that is empty, misses one of the
 * things, judges one twice or says another word than the two says nothing at all. Of several replies the one in the
 * middle counts: with the mean, what has to be true of all things would pass less often the more is asked.
 */
export function listForm(list: List): (asked: Asked) => VerdictForm {
  const schema = toSchema(list);
  const { key } = list;
  return (asked) => ({
    schema,
    key,
    settle: 'median',
    read({ [key]: written }) {
      if (!Array.isArray(written) || written.length === 0)
        return { why: `its ${key} are no list of verdicts` };
      const read = written.map((item) => readItem(item, list));
      const wrong = read.find(isUnread);
      if (wrong) return wrong;
      const items = asked.things ? inOrder(read as Item[], asked.things.length, key) : (read as Item[]);
      return 'why' in items ? items : toSample(items, list, asked);
    },
  });
}
