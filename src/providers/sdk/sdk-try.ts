import type {
  LanguageModelV3,
  LanguageModelV3CallOptions,
  LanguageModelV3GenerateResult,
} from '@ai-sdk/provider';
import type { Answer } from '../../domain/answer.ts';
import { failures } from '../../domain/failures.ts';
import type { Try } from '../../domain/request.ts';
import type { Connection } from '../wire/connection.ts';
import { foundIn } from '../wire/found-in.ts';
import { collectStream } from './collect-stream.ts';
import { toAnswer } from './to-answer.ts';
import { toCallOptions } from './to-call-options.ts';
import { toSdkFailure } from './to-sdk-failure.ts';

type Models = {
  /** Asked when no stream is wanted, or when there is no assembled one. */
  plain: LanguageModelV3;
  /** Asked for whole answers, and streams on the wire: see assemblingFetch. */
  assembled?: LanguageModelV3;
  /** Options of the provider's own, where the settings say nothing of them. */
  defaults?: LanguageModelV3CallOptions['providerOptions'];
};

/** Tries an AI SDK model once. Answers are streamed unless `settings.stream` is false. */
export function sdkTry(connection: Connection, { plain, assembled, defaults }: Models): Try {
  return async (request, signal) => {
    try {
      const options = toCallOptions(request, signal, defaults);
      const isStreamed = request.settings.stream !== false;
      const ask = isStreamed && !assembled ? askStreamed : askWhole;
      const answer = await ask(connection, isStreamed && assembled ? assembled : plain, options);
      return { status: 'answered', answer };
    } catch (error) {
      return { status: 'errored', failure: toSdkFailure(error, connection, signal) };
    }
  };
}

type AskModel = (
  connection: Connection,
  model: LanguageModelV3,
  options: LanguageModelV3CallOptions,
) => Promise<Answer>;

const askWhole: AskModel = async (connection, model, options) => {
  const start = connection.now();
  const result = await model.doGenerate(options);
  if (isNothing(result)) throw refuse(connection, result.response?.body);
  return toAnswer({ ...result, response: result.response ?? {} }, { start, end: connection.now() });
};

const askStreamed: AskModel = async (connection, model, options) => {
  const start = connection.now();
  const streamed = await collectStream(await model.doStream(options), connection.now);
  const end = connection.now();
  if (streamed.status === 'cut') throw connection.fail(failures.truncated({ provider: connection.provider }));
  if (streamed.status === 'not-a-stream') throw refuse(connection, undefined);
  return toAnswer(streamed, { start, end, firstToken: streamed.firstToken });
};

/** Some packages take any JSON for an answer in which the model said nothing, and gave no reason for its end. */
function isNothing({ content, finishReason }: LanguageModelV3GenerateResult): boolean {
  return content.length === 0 && finishReason.raw === undefined;
}

function refuse({ provider, fail, redact }: Connection, body: unknown): Error {
  const text = body === undefined ? undefined : redact(JSON.stringify(body));
  return fail(failures.protocol({ provider, found: foundIn(text), body: text }));
}
