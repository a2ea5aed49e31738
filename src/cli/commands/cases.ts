import { defineCommand } from '../define-command.ts';

export const cases = defineCommand({
  name: 'cases',
  summary: 'The cases of a suite: look them over, add some from a log, write adversarial variants of them.',
  commands: [
    defineCommand({
      name: 'lint',
      summary:
        'Say what may be wrong with cases that are sound: copies, what is not covered, what tells nothing in stored runs.',
      arguments: [{ name: '[suites...]', summary: 'names or files (all)' }],
      options: [
        { flags: '--ignore <codes>', summary: 'leave these out, such as kinds-untried,case-near' },
        { flags: '--all', summary: 'all of a code, not the first 20' },
        { flags: '--strict', summary: 'exit code 2 where anything was found' },
        { flags: '--json', summary: 'as JSON' },
      ],
      examples: ['evals cases lint', 'evals cases lint refund-policy --strict --ignore kinds-untried'],
      action: async () => (await import('../actions/lint-cases.ts')).lintCases,
    }),
    defineCommand({
      name: 'stats',
      summary: 'The cases in numbers: tags, kinds, expected labels, what runs made of them, what is missing.',
      arguments: [{ name: '[suites...]', summary: 'names or files (all)' }],
      options: [{ flags: '--json', summary: 'as JSON' }],
      examples: ['evals cases stats', 'evals cases stats refund-policy --json'],
      action: async () => (await import('../actions/case-stats.ts')).caseStats,
    }),
    defineCommand({
      name: 'add',
      summary:
        'Make cases of what went wrong in production: from a log, without what is personal or secret in it, a person says what is right.',
      arguments: [{ name: '<suite>', summary: 'its name or its file' }],
      options: [
        { flags: '--from-log <file>', summary: 'a log with a map of JSON in each line' },
        {
          flags: '--input-field <name>',
          summary:
            'where the input stands, with dots into what is within (input, prompt, question, messages …)',
        },
        { flags: '--output-field <name>', summary: 'where the answer stands (output, response, answer …)' },
        {
          flags: '--expect-field <name>',
          summary: 'where the right answer stands (expect, expected, ideal …)',
        },
        { flags: '--var <name>', summary: 'the variable that the input is, where the prompts take several' },
        { flags: '--id-prefix <text>', summary: 'what ids begin with (log)' },
        { flags: '--tags <tags>', summary: 'tags with commas between them' },
        { flags: '--observe', summary: 'where nothing says what is right, write it to be observed only' },
        { flags: '--out <file>', summary: 'where to (cases/<suite>.jsonl beside the suite)' },
        { flags: '--yes', summary: 'ask nobody, also in a terminal: the flags say it all' },
        { flags: '--dry-run', summary: 'show what would be written, write nothing' },
      ],
      examples: [
        'evals cases add refund-policy --from-log failures.jsonl',
        'evals cases add refund-policy --from-log failures.jsonl --id-prefix may --tags production --expect-field corrected --yes',
      ],
      action: async () => (await import('../actions/add-cases.ts')).addCases,
    }),
    defineCommand({
      name: 'mutate',
      summary:
        'Write adversarial variants of the benign cases of a suite, each with its parent and its kind.',
      arguments: [{ name: '<suite>', summary: 'its name or its file' }],
      options: [
        {
          flags: '--kinds <names>',
          summary:
            'kinds with commas between them, or all ("evals list mutators"; without it those that keep the label or must not leak)',
        },
        {
          flags: '--per-case <n>',
          summary: 'at most n variants of each case, drawn by the seed (one of each kind)',
        },
        { flags: '--seed <n>', summary: 'of everything that is drawn (1)' },
        {
          flags: '--var <name>',
          summary: 'the variable that is changed, where the cases have several texts',
        },
        {
          flags: '--attacks <files...>',
          summary: 'texts for the kind injection: JSONL, CSV, YAML, or a text in each line',
        },
        {
          flags: '--attack-field <name>',
          summary:
            'where the text stands in a row (attack, text, prompt, user_input, content or instruction)',
        },
        {
          flags: '--secret <texts...>',
          summary: 'what must not leak (the longest sentences of the system message)',
        },
        { flags: '--out <file>', summary: 'where to (cases/<suite>.mutations.jsonl beside the suite)' },
        { flags: '--case <globs>', summary: 'only cases whose id fits' },
        { flags: '-t, --tag <tags>', summary: 'only cases with one of these tags' },
        { flags: '--not-tag <tags>', summary: 'without the cases that have one of these tags' },
        {
          flags: '-m, --model <name>',
          summary: 'let this model write paraphrases, and translations; they wait for "evals cases review"',
        },
        { flags: '--languages <codes>', summary: 'of the translations: de,es,pt-BR' },
        { flags: '--cache <mode>', summary: 'of the model: read-write (default), read, refresh, off' },
        { flags: '--max-cost <dollars>', summary: 'stop before more than this is spent (exit code 4)' },
        { flags: '--max-calls <n>', summary: 'stop after so many requests' },
        { flags: '--max-time <time>', summary: 'stop asking after 90s, 10m …' },
        { flags: '--offline', summary: 'refuse every model that needs the network' },
        { flags: '-q, --quiet', summary: 'no progress' },
        { flags: '--dry-run', summary: 'say what would be written, write nothing and ask nothing' },
      ],
      examples: [
        'evals cases mutate refund-policy --per-case 3',
        'evals cases mutate refund-policy --kinds injection --attacks attacks.jsonl --seed 7',
        'evals cases mutate refund-policy --kinds all --tag refund --dry-run',
        'evals cases mutate refund-policy --model openai:gpt-5-mini --languages de,es --max-cost 1',
      ],
      action: async () => (await import('../actions/mutate-cases.ts')).mutateCases,
    }),
    defineCommand({
      name: 'review',
      summary: 'Accept or reject what a model proposed, a key for each; what is accepted becomes a case.',
      arguments: [
        { name: '[file]', summary: 'a .proposed.jsonl; the only one that has some when none is given' },
      ],
      examples: ['evals cases review evals/cases/refund-policy.proposed.jsonl'],
      action: async () => (await import('../actions/review-cases.ts')).reviewCases,
    }),
  ],
});
