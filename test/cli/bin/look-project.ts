import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect } from 'vitest';
import type { Look } from '../../../src/domain/look.ts';
import { type ChatRequest, type ChatServer, chatServer } from '../../servers/chat-server.ts';
import { type Ended, project, type TestProject } from './project.ts';

/** Stands in every input, every answer and every id of the holdout, and nowhere else. */
export const marks = { input: 'Zuckerrübensirup', answer: 'Rübenkraut', id: 'versteckt' };

const words = ['refund', 'parcel', 'login', 'zebra'] as const;
const labels = { refund: 'money', parcel: 'delivery', login: 'account', zebra: 'animal' };
type Word = (typeof words)[number];

/** How a version of the prompt sorts: the words that it knows. */
const rules = (known: readonly string[], more = '') =>
  `<system>\n${known.map((word) => `${word} => ${labels[word as Word]}`).join('\n')}\n${more}</system>\n<user>\n{{ message }}\n</user>\n`;

export const versions = {
  /** The baseline. */
  v1: rules(words),
  /** Other words, the same answers. */
  v2: rules(words, 'Be brief.\n'),
  /** A quarter of the answers is wrong. */
  v3: rules(['refund', 'parcel', 'zebra']),
  /** A few are. */
  v4: rules(['refund', 'parcel', 'login']),
};

/** Every eighth case is of a rare word. */
const wordOf = (n: number): Word => (n % 8 === 7 ? 'zebra' : words[n % 3]!);

const caseLine = (n: number, id: string, text: string) => {
  const word = wordOf(n);
  const tags = n % 2 ? 'odd' : 'even';
  return `  - { id: ${id}${n}, vars: { message: "${text} ${n}: my ${word}" }, expect: ${labels[word]}, tags: [${tags}${n % 5 ? '' : ', critical'}] }`;
};

const devCases = (count: number) =>
  Array.from({ length: count }, (_, n) => caseLine(n, 'seen-', 'Question')).join('\n');

/** Cases of a holdout; `text` is put into each, so that those of another set are others. */
export const holdoutYaml = (count: number, text = '') =>
  `cases:\n${Array.from({ length: count }, (_, n) => caseLine(n, `${marks.id}-`, `${text}${marks.input}`)).join('\n')}\n`;

/** A project in a git repository, with a model on the loopback, a baseline of v1, and a holdout. */
export type LookProject = TestProject & {
  server: ChatServer;
  identity: string;
  recipient: string;
  git(...args: string[]): string;
  /** Runs with the key of the holdout and that of the model. */
  evals(...args: string[]): Promise<Ended>;
  look(...args: string[]): Promise<Ended>;
  /** The suite's file with this version under test, and what is laid over its options. */
  suite(version: string, changed?: LookOptions): string;
  /** From now on the suite tests this version. */
  test(version: keyof typeof versions): void;
  /** What the model says; undefined for what its rules say. */
  answer(
    how: (request: ChatRequest, index: number) => string | number | Promise<string | number> | undefined,
  ): void;
  ledger(): Look[];
  ledgerText(): string;
  /** Requests of which the last message holds the mark of the holdout. */
  askedHoldout(): number;
  seal(...args: string[]): Promise<void>;
  /** All files of the project but for the git folder, by their paths, as text. */
  files(): Map<string, string>;
  end(): Promise<void>;
};

const labelOf = ({ messages }: ChatRequest): string => {
  const system = messages.find(({ role }) => role === 'system')?.content ?? '';
  const text = messages.at(-1)!.content;
  const found = [...system.matchAll(/^(\w+) => (\w+)$/gm)].find(([, word]) => text.includes(word!));
  return found?.[2] ?? 'nobody';
};

const usual = {
  gate: '{ margin: 20, compare: baseline }',
  dev: 40,
  held: 40,
  graders: '[{ contains: $expect }]',
  more: '',
};

export type LookOptions = Partial<typeof usual>;

const suiteText = (version: string, options: LookOptions = {}) => {
  const { gate, dev, graders, more } = { ...usual, ...options };
  return `suite: desk\nprompt: sort@${version}\nmodels: [shop]\ngraders: ${graders}\nholdout: ./desk.holdout.yaml\ngate: ${gate}\n${more}cases:\n${devCases(dev)}\n`;
};

const configOf = (url: string) => `models:
  shop: { use: "openai-compatible:shop-1", baseUrl: "${url}", keyFrom: SHOP_KEY, price: { input: 1000, output: 1000 } }
limits: { openai-compatible: { retries: 0, concurrency: 8 } }
`;

/** Makes one. The holdout is neither frozen nor sealed yet. */
export async function lookProject(bin: string, options: LookOptions = {}): Promise<LookProject> {
  let how: Parameters<LookProject['answer']>[0] = () => undefined;
  const server = await chatServer(async (request, index) => {
    const said = await how(request, index);
    const own = request.messages.at(-1)!.content.includes(marks.input) ? ` ${marks.answer}` : '';
    return said ?? `${labelOf(request)}${own}`;
  });
  const identity = await generateX25519Identity();
  const at = project(bin, {
    '.gitignore': '.evals\n',
    'evals.config.yaml': configOf(server.url),
    'evals/desk.eval.yaml': suiteText('v1', options),
    'evals/desk.holdout.yaml': holdoutYaml(options.held ?? usual.held),
    ...Object.fromEntries(Object.entries(versions).map(([name, text]) => [`prompts/sort/${name}.md`, text])),
  });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], {
      cwd: at.folder,
      stdio: 'pipe',
    }).toString();
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Ada');
  git('config', 'user.email', 'ada@example.org');
  const env = { SHOP_KEY: 'sk-shop-0123456789', EVALS_HOLDOUT_KEY: identity };
  const evals = (...args: string[]) => at.run(args, env);
  const path = join(at.folder, 'evals/desk.holdout.looks.jsonl');
  const ledgerText = () => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  return {
    ...at,
    ...{ server, identity, recipient: await identityToRecipient(identity), git, evals, ledgerText },
    look: (...args) => evals('run', '--holdout', ...args),
    suite: (version, changed) => suiteText(version, { ...options, ...changed }),
    test: (version) => at.write({ 'evals/desk.eval.yaml': suiteText(version, options) }),
    answer: (next) => {
      how = next;
    },
    ledger: () =>
      ledgerText()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    askedHoldout: () =>
      server.asked.filter(({ messages }) => messages.at(-1)!.content.includes(marks.input)).length,
    async seal(...args) {
      const ended = await evals(
        'holdout',
        'seal',
        'desk',
        '--to',
        await identityToRecipient(identity),
        ...args,
      );
      expect(ended.code, ended.err + ended.out).toBe(0);
    },
    files: () => {
      const all = readdirSync(at.folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(at.folder.length + 1))
        .filter((name) => !name.startsWith('.git/'));
      return new Map(all.map((name) => [name, readFileSync(join(at.folder, name), 'latin1')]));
    },
    async end() {
      at.remove();
      await server.close();
    },
  };
}

/** Accepts v1, and commits all that there is on the main branch. */
export async function accepted(at: LookProject): Promise<void> {
  const first = await at.evals('run', '--quiet', '--cache', 'off');
  expect(first.code, first.err + first.out).toBeLessThan(2);
  const done = await at.evals('baseline', 'accept', '--reason', 'start', '--repeat', '1');
  expect(done.code, done.err).toBe(0);
  at.git('add', '-A');
  at.git('commit', '--quiet', '--message', 'Start');
}
