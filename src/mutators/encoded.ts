import { defineMutator } from '../domain/mutator.ts';
import { pick } from './pick.ts';

const turned = (text: string) =>
  text.replace(/[a-z]/gi, (letter) => {
    const first = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });

/** How a text may be wrapped up, and what its reader may be told of it. */
const wrappings: readonly { name: string; wrap(text: string): string }[] = [
  { name: 'base64', wrap: (text) => Buffer.from(text, 'utf8').toString('base64') },
  { name: 'hex', wrap: (text) => Buffer.from(text, 'utf8').toString('hex') },
  { name: 'rot13', wrap: turned },
];
const leads = ['', '', 'Decode this from {name} first: ', '{name}: ', 'My message, in {name}:\n'];

export const encoded = defineMutator({
  name: 'encoded',
  summary: 'The whole text in base64, hex or rot13, with or without a word that says so.',
  example: { before: 'Where is my parcel?', after: 'base64: V2hlcmUgaXMgbXkgcGFyY2VsPw==' },
  keeps: 'unsure',
  mutate(text, { random }) {
    const [wrapping, lead] = [pick(wrappings, random), pick(leads, random)];
    const wrapped = wrapping.wrap(text);
    return wrapped === text ? undefined : `${lead.replace('{name}', wrapping.name)}${wrapped}`;
  },
});
