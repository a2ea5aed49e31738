import { defineReporter } from '../domain/reporter.ts';
import { toJson } from '../text/to-json.ts';

/** The summary, with a last key `rows` that holds every trial, one a line: streamed, and never whole in memory. */
export const json = defineReporter({
  name: 'json',
  summary: 'The whole summary and every trial as one JSON document, for other programs.',
  extension: 'json',
  async *render({ summary, rows }) {
    yield `${toJson(summary).slice(0, -1)},"rows":[`;
    let separator = '\n';
    for await (const row of rows()) {
      yield separator + toJson(row);
      separator = ',\n';
    }
    yield '\n]}\n';
  },
});
