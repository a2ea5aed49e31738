import { isMap } from '../../text/is-map.ts';
import { parseJson } from '../../text/parse-json.ts';

/** The ids that a server lists; when there are more pages than the first, an id that is missing proves nothing. */
export type ModelList = { ids: string[]; isWhole: boolean };

/** Reads a list of models as OpenAI and Anthropic (`data`) or Google (`models`) write it; undefined when it is none. */
export function readModelList(body: string): ModelList | undefined {
  const read = parseJson(body);
  const found = 'value' in read ? read.value : undefined;
  if (!isMap(found)) return undefined;
  const entries = found.data ?? found.models;
  if (!Array.isArray(entries)) return undefined;
  const ids = entries.filter(isMap).map(({ id, name }) => id ?? name);
  return {
    ids: ids.filter((id) => typeof id === 'string').map((id) => id.replace(/^models\//, '')),
    isWhole: found.has_more !== true && typeof found.nextPageToken !== 'string',
  };
}
