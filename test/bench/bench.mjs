// Measures the built program in whole processes, beside a bare loop in the same run. Absolute times depend on the
// machine; the ratios are what counts. `npm run bench` prints all; `npm run bench -- startup http` some.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { latencyOf } from './server.mjs';

const here = import.meta.dirname;
const root = join(here, '..', '..');
const bin = join(root, 'dist', 'bin', 'evals.js');
/** As the first line of the program starts it. */
const evals = [
  ...readFileSync(bin, 'utf8')
    .split('\n')[0]
    .split(' ')
    .filter((word) => word.startsWith('--')),
  bin,
];
const folder = mkdtempSync(join(tmpdir(), 'evals-bench-'));
const usageFile = join(folder, 'usage.json');
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const print = (name, value, wanted) =>
  console.log(`${name.padEnd(58)} ${value.padStart(16)}   ${wanted ?? ''}`);

/** Runs a command to its end and tells what it used. */
function measure(args, cwd = folder) {
  const done = spawnSync(process.execPath, ['--import', join(here, 'usage.mjs'), ...args], {
    cwd,
    env: { ...process.env, USAGE_FILE: usageFile },
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (done.status !== 0)
    throw new Error(
      `${args.join(' ')} ended with ${done.status}\n${done.stdout.slice(-2000)}\n${done.stderr.slice(-2000)}`,
    );
  return JSON.parse(readFileSync(usageFile, 'utf8'));
}

function project(count, config, model) {
  const at = join(folder, `project-${count}-${model.replace(/\W/g, '-')}`);
  mkdirSync(join(at, 'evals'), { recursive: true });
  mkdirSync(join(at, 'prompts', 'bench'), { recursive: true });
  writeFileSync(join(at, 'evals.config.yaml'), config);
  writeFileSync(
    join(at, 'prompts', 'bench', 'v1.md'),
    '<system>\nAnswer with one label.\n</system>\n<user>\n{{ message }}\n</user>\n',
  );
  const echo = model === 'embedded:echo';
  writeFileSync(
    join(at, 'evals', 'bench.eval.yaml'),
    `suite: bench\nprompt: bench@v1\nmodels: ["${model}"]\ncases:\n  - from: cases.jsonl\ngate: { floor: { pass: 90 } }\n`,
  );
  const rows = Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      id: `case-${index}`,
      vars: { message: `Where is my parcel number ${index}?` },
      expect: echo ? `Where is my parcel number ${index}?` : 'delivery',
      tags: [index % 2 ? 'odd' : 'even'],
    }),
  );
  writeFileSync(join(at, 'evals', 'cases.jsonl'), `${rows.join('\n')}\n`);
  return at;
}

/** The summary of the newest run. */
function summaryOf(at) {
  const runs = join(at, '.evals', 'runs');
  return JSON.parse(readFileSync(join(runs, readdirSync(runs).sort().at(-1), 'summary.json'), 'utf8'));
}

async function serve(env = {}, name = 'server.mjs') {
  const child = spawn(process.execPath, [join(here, name)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise((resolve) => child.stdout.once('data', (text) => resolve(Number(text))));
  return { url: `http://127.0.0.1:${port}/v1`, stop: () => child.kill() };
}

const configOf = (url, settings = '') =>
  `models:\n  local: { use: openai-compatible:bench, baseUrl: "${url}", price: { input: 1, output: 2 }${settings} }\n`;
/** Everything that a run may have on: answers are kept (and none is taken from the cache), and all budgets counted. */
const allOn = '--cache refresh --max-cost 1000 --max-calls 1000000 --max-time 10h'.split(' ');

const parts = {
  startup() {
    const time = (args) => {
      const start = process.hrtime.bigint();
      spawnSync(process.execPath, args);
      return Number(process.hrtime.bigint() - start) / 1e6;
    };
    const rounds = Array.from({ length: 15 }, () => ({
      bare: time(['-e', '0']),
      version: time([...evals, '--version']),
      help: time([...evals, '--help']),
    }));
    const of = (key) => median(rounds.map((round) => round[key] / round.bare));
    print('node -e 0', `${median(rounds.map((round) => round.bare)).toFixed(0)} ms`);
    print('evals --version, times node -e 0', `${of('version').toFixed(2)} ×`, '≤ 2');
    print('evals --help, times node -e 0', `${of('help').toFixed(2)} ×`, '≤ 2');
  },
  install() {
    const at = join(folder, 'install');
    mkdirSync(at);
    writeFileSync(join(at, 'package.json'), '{"private":true}');
    const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--pack-destination', at], {
      cwd: root,
      encoding: 'utf8',
    })
      .stdout.trim()
      .split('\n')
      .at(-1);
    spawnSync(
      'npm',
      [
        'install',
        '--omit=optional',
        '--omit=dev',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        join(at, packed),
      ],
      { cwd: at },
    );
    const list =
      spawnSync('npm', ['ls', '--all', '--parseable'], { cwd: at, encoding: 'utf8' })
        .stdout.trim()
        .split('\n').length - 1;
    const bytes = spawnSync('du', ['-sb', 'node_modules'], { cwd: at, encoding: 'utf8' }).stdout.split(
      '\t',
    )[0];
    print('installed packages, this one among them', String(list), '≤ 60');
    print('installed size', `${(Number(bytes) / 1e6).toFixed(1)} MB`, '≤ 40');
  },
  echo() {
    const runs = [1, 2, 3].map(() => measure([...evals, 'run', '-q'], project(10_000, '', 'embedded:echo')));
    const wall = median(runs.map((run) => run.wallMs));
    print(
      '10,000 cases on embedded:echo, whole process',
      `${Math.round(10_000 / (wall / 1000))} /s`,
      '≥ 10,000',
    );
    print(
      '  the run itself, without the start of the process',
      `${Math.round(10_000 / (summaryOf(project(10_000, '', 'embedded:echo')).ms / 1000))} /s`,
      '≥ 10,000',
    );
    print('  CPU a case', `${(median(runs.map((run) => run.cpuMs)) / 10_000).toFixed(3)} ms`);
    print('  peak memory', `${Math.round(median(runs.map((run) => run.peakMb)))} MB`);
    const large = measure([...evals, 'run', '-q'], project(100_000, '', 'embedded:echo'));
    print('100,000 cases on embedded:echo', `${Math.round(100_000 / (large.wallMs / 1000))} /s`);
    print('  peak memory', `${Math.round(large.peakMb)} MB`);
  },
  async http() {
    const server = await serve();
    for (const [name, settings, mode] of [
      ['streaming (the default)', '', 'stream'],
      ['whole answers (stream: false)', ', settings: { stream: false }', 'whole'],
    ]) {
      const bare = [1, 2, 3].map(() => measure([join(here, 'bare.mjs'), server.url, '10000', mode]));
      const at = project(10_000, configOf(server.url, settings), 'local');
      const ours = [1, 2, 3].map(() => measure([...evals, 'run', '-q', ...allOn], at));
      const rate = (runs, count = 10_000) => count / (median(runs.map((run) => run.wallMs)) / 1000);
      print(`10,000 cases over HTTP, ${name}`, `${Math.round(rate(ours))} /s`);
      print('  bare undici.request loop', `${Math.round(rate(bare))} /s`);
      print('  share of the bare loop', `${((rate(ours) / rate(bare)) * 100).toFixed(0)} %`, '≥ 40');
      print('  CPU a case', `${(median(ours.map((run) => run.cpuMs)) / 10_000).toFixed(3)} ms`, '≤ 0.45');
      print('  CPU a case, bare loop', `${(median(bare.map((run) => run.cpuMs)) / 10_000).toFixed(3)} ms`);
      const peak = median(ours.map((run) => run.peakMb));
      print('  peak memory', `${Math.round(peak)} MB`, '≤ 150');
      const large = measure(
        [...evals, 'run', '-q', ...allOn],
        project(100_000, configOf(server.url, settings), 'local'),
      );
      print(
        '  at 100,000 cases',
        `${Math.round(1e8 / large.wallMs)} /s, ${(large.cpuMs / 100_000).toFixed(3)} ms`,
        '≤ 0.45 ms',
      );
      print(
        '  peak memory at 100,000 cases',
        `${Math.round(large.peakMb)} MB (${(large.peakMb / peak).toFixed(2)} ×)`,
        '≤ 1.2 ×',
      );
    }
    server.stop();
  },
  async cache() {
    const server = await serve();
    const at = project(10_000, configOf(server.url), 'local');
    rmSync(join(at, '.evals'), { recursive: true, force: true });
    const cold = measure([...evals, 'run', '-q'], at);
    const warm = [1, 2, 3].map(() => measure([...evals, 'run', '-q'], at));
    const itself = summaryOf(at).ms;
    const off = measure([...evals, 'run', '-q', '--cache', 'off'], at);
    const bytes = statSync(join(at, '.evals', 'store.sqlite')).size;
    const each = (run) => `${(run.cpuMs / 10_000).toFixed(3)} ms`;
    const wall = median(warm.map((run) => run.wallMs));
    print('10,000 cases from the cache, whole process', `${Math.round(1e7 / wall)} /s`, '≥ 10,000');
    print('  the run itself', `${Math.round(1e7 / itself)} /s`, '≥ 10,000');
    print('  CPU a case', `${(median(warm.map((run) => run.cpuMs)) / 10_000).toFixed(3)} ms`);
    print('  peak memory', `${Math.round(median(warm.map((run) => run.peakMb)))} MB`, '≤ 150');
    print('  CPU a case when it is filled, and without it', `${each(cold)}, ${each(off)}`);
    print('  bytes of the file a case', `${Math.round(bytes / 10_000)}`);
    server.stop();
  },
  async aimock() {
    const server = await serve({}, 'aimock.mjs');
    for (const [name, settings, mode] of [
      ['streaming', '', 'stream'],
      ['whole answers', ', settings: { stream: false }', 'whole'],
    ]) {
      const bare = measure([join(here, 'bare.mjs'), server.url, '10000', mode]);
      const at = project(10_000, configOf(server.url, settings), 'local');
      const ours = measure([...evals, 'run', '-q', ...allOn], at);
      print(`10,000 cases against @copilotkit/aimock, ${name}`, `${Math.round(1e7 / ours.wallMs)} /s`);
      print('  share of the bare loop', `${((bare.wallMs / ours.wallMs) * 100).toFixed(0)} %`, '≥ 40');
      print('  the run itself', `${((bare.wallMs / summaryOf(at).ms) * 100).toFixed(0)} %`);
    }
    server.stop();
  },
  async rates() {
    for (const [name, headers, latency] of [
      ['no headers', '', 20],
      ['no headers, answers take 500 ms', '', 500],
      ['Retry-After alone', 'retry-after', 20],
      ['OpenAI’s headers', 'openai', 20],
      ['OpenAI’s headers, answers take 500 ms', 'openai', 500],
      ['Anthropic’s headers', 'anthropic', 20],
      ['x-ratelimit headers', 'plain', 20],
    ]) {
      const server = await serve({ HEADERS: headers, LATENCY: String(latency) }, 'rate-server.mjs');
      const at = project(1000, configOf(server.url, ', settings: { stream: false }'), 'local');
      const used = measure([...evals, 'run', '-q'], at);
      const counts = await (await fetch(`${server.url}/counts`)).json();
      server.stop();
      const percent = (share) => `${(share * 100).toFixed(2)} %`;
      print(`1,000 cases against 50 requests a second, ${name}`, `${(used.wallMs / 1000).toFixed(2)} s`);
      print(
        '  times the least that its bucket allows',
        `${(summaryOf(at).ms / counts.idealMs).toFixed(3)} ×`,
        '≤ 1.1',
      );
      print('  refused (429), of all answers', percent(counts.refused));
      print('  refused after the first 3 seconds', percent(counts.refusedLate), '< 1 %');
      print('  cases answered, paid for twice', `${counts.questions}, ${counts.twice}`, '1000, 0');
    }
  },
  async latency() {
    const server = await serve({ LATENCY: 'lognormal' });
    const at = project(1000, configOf(server.url), 'local');
    const used = measure([...evals, 'run', '-q', ...allOn], at);
    const bound = listSchedule(
      Array.from({ length: 1000 }, (_, index) => latencyOf(index)),
      50,
    );
    print('1,000 cases, log-normal latency (300 ms, 0.6), wall', `${(used.wallMs / 1000).toFixed(2)} s`);
    print('  list schedule of the same waits', `${(bound / 1000).toFixed(2)} s`);
    print('  ratio, the run itself', `${(summaryOf(at).ms / bound).toFixed(3)} ×`, '≤ 1.05');
    print('  ratio, start and end of the process included', `${(used.wallMs / bound).toFixed(3)} ×`);
    server.stop();
  },
};

/** The end of the last job when each goes to the machine that is free first; milliseconds. */
function listSchedule(waits, machines) {
  const free = new Float64Array(machines);
  for (const wait of waits) {
    const at = free.indexOf(Math.min(...free));
    free[at] += wait;
  }
  return Math.max(...free);
}

const wanted = process.argv.slice(2);
try {
  for (const [name, part] of Object.entries(parts))
    if (wanted.length === 0 || wanted.includes(name)) await part();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
