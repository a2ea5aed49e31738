import type { CassetteRequest } from '../domain/cassette.ts';
import { canonicalJson } from '../text/canonical-json.ts';

/** A request as it is written, and digested, in a cassette: JSON with its keys in a fixed order and no white space. */
export function requestText(request: CassetteRequest): string {
  const { provider, model, options, settings, tools, toolsText, outputSchema, outputSchemaText } = request;
  const messages = request.messages.map((message) =>
    'text' in message
      ? `{"role":${JSON.stringify(message.role)},"text":${JSON.stringify(message.text)}}`
      : `{"role":${JSON.stringify(message.role)},"content":${JSON.stringify(message.content)}}`,
  );
  const members = [
    `"provider":${JSON.stringify(provider)},"model":${JSON.stringify(model)}`,
    `"options":${canonicalJson(options)},"settings":${canonicalJson(settings)}`,
    ...(tools === undefined ? [] : [`"tools":${canonicalJson(tools)}`]),
    ...(toolsText === undefined ? [] : [`"toolsText":${JSON.stringify(toolsText)}`]),
    ...(outputSchema === undefined ? [] : [`"outputSchema":${canonicalJson(outputSchema)}`]),
    ...(outputSchemaText === undefined ? [] : [`"outputSchemaText":${JSON.stringify(outputSchemaText)}`]),
    `"messages":[${messages.join(',')}]`,
    ...(request.case === undefined ? [] : [`"case":${canonicalJson(request.case)}`]),
  ];
  return `{${members.join(',')}}`;
}
