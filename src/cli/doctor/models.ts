import { doctorProblems } from '../../domain/doctor-problems.ts';
import { limits } from '../../domain/limits.ts';
import type { Model } from '../../domain/model.ts';
import type { Provider } from '../../domain/provider.ts';
import { providers } from '../../providers/index.ts';
import type { World } from '../world.ts';
import type { DoctorCheck, Finding } from './finding.ts';
import { found } from './found.ts';
import type { Survey, SurveyedModel } from './survey.ts';

/** For each model that a suite asks or the config names: can it be asked, and is its price known? Nobody is asked. */
export function models(at: Survey, { clock }: Pick<World, 'clock'>): DoctorCheck {
  const one = async ({ model, isUsed }: SurveyedModel): Promise<Finding[]> => {
    const provider = providers.get(model.provider)!;
    const world = { env: at.env, root: at.root, offline: false, clock, limits };
    const messages = (await provider.check?.(model, world)) ?? [];
    if (messages.length > 0)
      return messages.map((message) =>
        found.problem(doctorProblems.notReady({ model: model.name, detail: toNext(message, model), isUsed })),
      );
    return [
      good(at, provider, { model, isUsed }),
      ...price(at, provider, model),
      ...shapeOfKey(at, provider, model),
    ];
  };
  const none = found.note('no-model', 'No suite and no config names a model that can be looked at');
  return {
    name: 'Models',
    run: async () => (at.models.length === 0 ? [none] : (await Promise.all(at.models.map(one))).flat()),
  };
}

/** The model's name stands in the line above. */
function toNext(message: string, { name }: Model): string {
  const rest = message.startsWith(name) ? message.slice(name.length).replace(/^:? /, '') : message;
  const whole = /^(needs|is) /.test(rest) ? `It ${rest}` : `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}

function good({ env, prices }: Survey, provider: Provider, { model, isUsed }: SurveyedModel): Finding {
  const key = keyOf(provider, model, env);
  const told = [
    key ? `key in ${key}` : provider.needsNetwork ? 'asked without a key' : 'needs no key',
    ...priceOf(provider, isKnown(prices, model)),
    ...(isUsed ? [] : ['no suite asks it']),
  ];
  const whole = `${model.provider}:${model.id}`;
  return found.good('model', `${model.name}${model.name === whole ? '' : ` (${whole})`}: ${told.join(', ')}`);
}

/** What code of the user's own costs, nobody asks; a price that the list should know has a line of its own. */
function priceOf({ free, pricedAs, needsNetwork }: Provider, isPriced: boolean): string[] {
  if (isPriced) return [free ? 'free' : 'price known'];
  return needsNetwork && !pricedAs ? ['price unknown'] : [];
}

const isKnown = (prices: Survey['prices'], model: Model) =>
  prices.price(model, { input: 1000, output: 1000 }) !== null;

/** A price that the list should know and does not is often an id that is written wrong. */
function price({ prices }: Survey, { pricedAs }: Provider, model: Model): Finding[] {
  if (!pricedAs || isKnown(prices, model)) return [];
  return [found.problem(doctorProblems.noPrice({ model: model.name }))];
}

function keyOf({ keys }: Provider, { options }: Model, env: Survey['env']): string | undefined {
  const { keyFrom } = options as { keyFrom?: string };
  return (keyFrom ? [keyFrom] : keys).find((name) => env[name]);
}

/** Says of a key only what was copied along with it by mistake. */
function shapeOfKey({ env }: Survey, provider: Provider, model: Model): Finding[] {
  const variable = keyOf(provider, model, env);
  const key = variable && env[variable];
  if (!variable || !key) return [];
  if (/[^\x20-\x7e\x80-\xff\t]/.test(key))
    return [found.problem(doctorProblems.keyNotSendable({ variable }))];
  return key === key.trim() && !/^["']|["']$/.test(key)
    ? []
    : [found.problem(doctorProblems.keyWrapped({ variable }))];
}
