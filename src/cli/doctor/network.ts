import { doctorProblems } from '../../domain/doctor-problems.ts';
import type { Model } from '../../domain/model.ts';
import { providers } from '../../providers/index.ts';
import { probeEndpoint, type Reached } from '../../providers/probe-endpoint.ts';
import { type EndpointQuestion, toQuestion } from '../../providers/to-question.ts';
import { proxyFor } from '../../providers/wire/proxy-for.ts';
import { maskAddresses } from '../../text/mask-addresses.ts';
import type { World } from '../world.ts';
import type { DoctorCheck, Finding } from './finding.ts';
import { found } from './found.ts';
import { proxies } from './proxies.ts';
import type { Survey } from './survey.ts';
import { toAnswerFindings } from './to-answer-findings.ts';
import { toReachProblem } from './to-reach-problem.ts';

/** Milliseconds that one endpoint may take, name, connection and answer together. */
const timeoutMs = 5000;

/** One question, with the models that it is asked for. */
type Endpoint = EndpointQuestion & { models: Model[]; needsKey: boolean; isUsed: boolean };

/** The proxies, then every configured endpoint once, all at the same time. Nobody else is asked anything. */
export function network(
  at: Survey,
  { clock }: Pick<World, 'clock'>,
  { isOffline }: { isOffline: boolean },
): DoctorCheck {
  const world = { env: at.env, clock, timeoutMs };
  const look = async (endpoint: Endpoint) => toFindings(endpoint, await probeEndpoint(endpoint, world), at);
  return {
    name: 'Network',
    async run() {
      const endpoints = endpointsOf(at);
      const left = isOffline
        ? [found.note('offline', 'No endpoint was asked (--offline)')]
        : nothingAsked(at, endpoints);
      const reached = isOffline ? [] : await Promise.all(endpoints.map(look));
      return [...(await proxies(at.env)), ...endpoints.flatMap(userinfo), ...reached.flat(), ...left];
    },
  };
}

function endpointsOf({ models, env }: Survey): Endpoint[] {
  const byQuestion = new Map<string, Endpoint>();
  for (const { model, isUsed } of models) {
    const provider = providers.get(model.provider)!;
    const asked = toQuestion(provider, model, env);
    if (!asked) continue;
    const id = JSON.stringify(asked);
    const known = byQuestion.get(id) ?? {
      ...asked,
      models: [],
      needsKey: provider.keys.length > 0,
      isUsed: false,
    };
    byQuestion.set(id, { ...known, models: [...known.models, model], isUsed: known.isUsed || isUsed });
  }
  return [...byQuestion.values()];
}

/** Models of the network whose address only their package knows, and projects without any. */
function nothingAsked({ models, env }: Survey, endpoints: readonly Endpoint[]): Finding[] {
  const distant = models.filter(({ model }) => providers.get(model.provider)!.needsNetwork);
  if (distant.length === 0) return [found.good('no-endpoint', 'No model here needs the network')];
  const unknown = distant.filter(({ model }) => !endpoints.some((one) => one.models.includes(model)));
  return unknown
    .filter(({ model }) => providers.get(model.provider)!.address?.(model, env) === undefined)
    .map(({ model }) =>
      found.note('no-address', `${model.name}: only its package knows where it is; it was not asked`),
    );
}

function userinfo({ address }: Endpoint): Finding[] {
  const { username, password } = new URL(address);
  if (!username && !password) return [];
  return [found.problem(doctorProblems.userNotSent({ address: maskAddresses(address) }))];
}

/** What no suite asks cannot spoil a run: it is a warning at most. */
function toFindings(endpoint: Endpoint, reached: Reached, { env }: Survey): Finding[] {
  const { question, isUsed } = endpoint;
  const address = maskAddresses(endpoint.address);
  if (reached.status === 'answered')
    return toAnswerFindings(reached, { ...endpoint, address }).map((one) => (isUsed ? one : milder(one)));
  const { why, ...rest } = reached;
  if (why === 'proxy-address')
    return [found.note('not-asked', `${address} was not asked: the address of a proxy is wrong`)];
  const around = { address, host: new URL(question.url).host, proxy: proxyFor(question.url, env) };
  // A key that cannot be sent is for the user to mend, wherever the endpoint is.
  const level = why === 'not-sendable' ? 'wrong' : 'unreachable';
  const finding = found.problem(toReachProblem({ ...rest, why }, around), level);
  return [isUsed ? finding : milder(finding)];
}

const milder = (one: Finding): Finding =>
  one.level === 'wrong' || one.level === 'unreachable'
    ? { ...one, level: 'warning', text: `${one.text} No suite asks it.` }
    : one;
