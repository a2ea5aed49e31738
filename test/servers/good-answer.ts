type Good = {
  /** The body without streaming. */ whole: object /** The same answer as events. */;
  pieces: string[];
};

const data = (value: unknown, name?: string) =>
  `${name ? `event: ${name}\n` : ''}data: ${JSON.stringify(value)}\n\n`;
const typed = <Event extends { type: string }>(value: Event) => data(value, value.type);

function chat(): Good {
  const about = { id: 'c1', created: 1700000000, model: 'served-1', system_fingerprint: 'fp_1' };
  const usage = {
    prompt_tokens: 20,
    completion_tokens: 9,
    total_tokens: 29,
    prompt_tokens_details: { cached_tokens: 5 },
    completion_tokens_details: { reasoning_tokens: 3 },
  };
  const piece = (delta: object, finish_reason: string | null = null) =>
    data({ ...about, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason }] });
  const call = (more: object) => ({ tool_calls: [{ index: 0, ...more }] });
  const tool = { name: 'look_up', arguments: '{"order":12}' };
  return {
    whole: {
      ...about,
      object: 'chat.completion',
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            content: 'Yes — 30 days.',
            tool_calls: [{ id: 'call_1', type: 'function', function: tool }],
          },
          finish_reason: 'tool_calls',
        },
      ],
      usage,
    },
    pieces: [
      piece({ role: 'assistant', content: '' }),
      piece({ content: 'Yes — ' }),
      piece({ content: '30 days.' }),
      piece(call({ id: 'call_1', type: 'function', function: { name: 'look_up', arguments: '' } })),
      piece(call({ function: { arguments: '{"order"' } })),
      piece(call({ function: { arguments: ':12}' } })),
      piece({}, 'tool_calls'),
      data({ ...about, choices: [], usage }),
      'data: [DONE]\n\n',
    ],
  };
}

function messages(): Good {
  const about = { id: 'm1', type: 'message', role: 'assistant', model: 'served-1' };
  const tool = { type: 'tool_use', id: 'call_1', name: 'look_up' };
  const input = { input_tokens: 15, cache_read_input_tokens: 5, cache_creation_input_tokens: 0 };
  const grow = (index: number, delta: object) => typed({ type: 'content_block_delta', index, delta });
  return {
    whole: {
      ...about,
      content: [
        { type: 'text', text: 'Yes — 30 days.' },
        { ...tool, input: { order: 12 } },
      ],
      stop_reason: 'tool_use',
      stop_sequence: null,
      usage: { ...input, output_tokens: 9 },
    },
    pieces: [
      typed({
        type: 'message_start',
        message: {
          ...about,
          content: [],
          stop_reason: null,
          stop_sequence: null,
          usage: { ...input, output_tokens: 1 },
        },
      }),
      typed({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }),
      typed({ type: 'ping' }),
      grow(0, { type: 'text_delta', text: 'Yes — ' }),
      grow(0, { type: 'text_delta', text: '30 days.' }),
      typed({ type: 'content_block_stop', index: 0 }),
      typed({ type: 'content_block_start', index: 1, content_block: { ...tool, input: {} } }),
      grow(1, { type: 'input_json_delta', partial_json: '{"order"' }),
      grow(1, { type: 'input_json_delta', partial_json: ':12}' }),
      typed({ type: 'content_block_stop', index: 1 }),
      typed({
        type: 'message_delta',
        delta: { stop_reason: 'tool_use', stop_sequence: null },
        usage: { output_tokens: 9 },
      }),
      typed({ type: 'message_stop' }),
    ],
  };
}

function gemini(): Good {
  const usageMetadata = {
    promptTokenCount: 20,
    candidatesTokenCount: 6,
    thoughtsTokenCount: 3,
    cachedContentTokenCount: 5,
    totalTokenCount: 29,
  };
  const around = { modelVersion: 'served-1', responseId: 'r1', usageMetadata };
  const call = { functionCall: { id: 'call_1', name: 'look_up', args: { order: 12 } } };
  const piece = (parts: object[], more = {}) =>
    data({ candidates: [{ index: 0, content: { role: 'model', parts }, ...more }], ...around });
  return {
    whole: {
      candidates: [
        {
          index: 0,
          content: { role: 'model', parts: [{ text: 'Yes — 30 days.' }, call] },
          finishReason: 'STOP',
        },
      ],
      ...around,
    },
    pieces: [
      piece([{ text: 'Yes — ' }]),
      piece([{ text: '30 days.' }]),
      piece([call], { finishReason: 'STOP' }),
    ],
  };
}

function responses(): Good {
  const item = { type: 'message', id: 'msg_1', role: 'assistant', status: 'completed' };
  const text = { type: 'output_text', text: 'Yes — 30 days.', annotations: [] };
  const call = { type: 'function_call', id: 'fc_1', call_id: 'call_1', name: 'look_up', status: 'completed' };
  const usage = {
    input_tokens: 20,
    output_tokens: 9,
    total_tokens: 29,
    input_tokens_details: { cached_tokens: 5 },
    output_tokens_details: { reasoning_tokens: 3 },
  };
  const about = { id: 'resp_1', object: 'response', created_at: 1700000000, model: 'served-1' };
  const finished = { ...call, arguments: '{"order":12}' };
  const whole = { ...about, status: 'completed', output: [{ ...item, content: [text] }, finished], usage };
  const delta = (words: string) =>
    typed({
      type: 'response.output_text.delta',
      item_id: 'msg_1',
      output_index: 0,
      content_index: 0,
      delta: words,
    });
  return {
    whole,
    pieces: [
      typed({ type: 'response.created', response: { ...about, status: 'in_progress', output: [] } }),
      typed({ type: 'response.output_item.added', output_index: 0, item: { ...item, content: [] } }),
      delta('Yes — '),
      delta('30 days.'),
      typed({ type: 'response.output_item.done', output_index: 0, item: { ...item, content: [text] } }),
      typed({ type: 'response.output_item.added', output_index: 1, item: { ...call, arguments: '' } }),
      typed({
        type: 'response.function_call_arguments.delta',
        item_id: 'fc_1',
        output_index: 1,
        delta: '{"order":12}',
      }),
      typed({ type: 'response.output_item.done', output_index: 1, item: finished }),
      typed({ type: 'response.completed', response: whole }),
    ],
  };
}

/** A correct answer of the protocol that the path belongs to: always the same text, call and tokens. */
export function goodAnswer(url: string): Good {
  if (url.includes('/messages')) return messages();
  if (url.includes(':generateContent') || url.includes(':streamGenerateContent')) return gemini();
  if (url.includes('/responses')) return responses();
  return chat();
}
