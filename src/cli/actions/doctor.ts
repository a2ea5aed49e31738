import type { CommandInput } from '../../domain/command.ts';
import { doctorProblems } from '../../domain/doctor-problems.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { ink } from '../../reporters/terminal/ink.ts';
import { maskAddresses } from '../../text/mask-addresses.ts';
import { messageOf } from '../../text/message-of.ts';
import { oneLine } from '../../text/one-line.ts';
import { redactor } from '../../text/redactor.ts';
import { toScreen } from '../../text/to-screen.ts';
import { doctorPage } from '../doctor/doctor-page.ts';
import type { DoctorCheck, Finding } from '../doctor/finding.ts';
import { folders } from '../doctor/folders.ts';
import { found } from '../doctor/found.ts';
import { gitState } from '../doctor/git-state.ts';
import { models } from '../doctor/models.ts';
import { network } from '../doctor/network.ts';
import { program } from '../doctor/program.ts';
import { project } from '../doctor/project.ts';
import { shortNameLookups } from '../doctor/short-name-lookups.ts';
import { type Survey, survey } from '../doctor/survey.ts';
import { terminal } from '../doctor/terminal.ts';
import { isColorful } from '../is-colorful.ts';
import { version } from '../version.ts';
import type { World } from '../world.ts';

type Section = { name: string; findings: Finding[] };

/** `evals doctor`: what a run needs, whether it is there, and what to do where it is not. Changes nothing. */
export async function doctor({ options }: CommandInput, world: World): Promise<ExitCode> {
  const at = await survey(world);
  const local = [
    program(world),
    project(at),
    models(at, world),
    folders(at.root, world.clock),
    gitState(at.root),
    terminal(world, process.platform),
  ].map((check) => ({ name: check.name, looked: look(check, at) }));
  shortNameLookups(process.env);
  const distant = network(at, world, { isOffline: options.offline === true });
  // Names that nobody can resolve hold the threads that also read files: the network comes when the rest is done.
  const last = Promise.all(local.map(({ looked }) => looked)).then(() => look(distant, at));
  const sections = [...local, { name: distant.name, looked: last }];
  return options.json ? showJson(sections, world) : showPage(sections, world);
}

type Coming = { name: string; looked: Promise<Section> };

async function showJson(coming: readonly Coming[], { out, nodeVersion }: World): Promise<ExitCode> {
  const sections = await Promise.all(coming.map(({ looked }) => looked));
  const code = toExitCode(sections.flatMap(({ findings }) => findings));
  const told = { schemaVersion: 1, evals: version, node: nodeVersion, exitCode: code, sections };
  out.write(`${JSON.stringify(told, null, 2)}\n`);
  return code;
}

/** Runs one check. Whatever it found, and whatever it threw, leaves here without secrets and without escapes. */
async function look({ name, run }: DoctorCheck, { secrets }: Survey): Promise<Section> {
  const redact = redactor(secrets);
  const clean = (text: string) => toScreen(maskAddresses(redact(text)));
  const findings = await run().catch((error: unknown) => [
    found.problem(doctorProblems.checkBroken({ detail: oneLine(messageOf(error)) })),
  ]);
  return {
    name,
    findings: findings.map(({ text, next, ...one }) => ({
      ...one,
      text: clean(oneLine(text)),
      ...(next === undefined ? {} : { next: clean(next) }),
    })),
  };
}

/** Each section is shown as soon as it and those before it are there; nothing that was written is drawn over. */
async function showPage(sections: readonly Coming[], { out, env }: World): Promise<ExitCode> {
  const paint = await ink(isColorful(out, env));
  const all: Finding[] = [];
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  const isPlain = out.isTerminal && process.platform === 'linux' && !/utf-?8/i.test(locale);
  const page = doctorPage({ paint, width: out.isTerminal ? out.width : undefined, isPlain });
  for (const { name, looked } of sections) {
    out.write(`${page.title(name)}\n`);
    const { findings } = await looked;
    out.write(`${page.entries(findings).join('\n')}\n\n`);
    all.push(...findings);
  }
  out.write(`${page.end(all)}\n`);
  return toExitCode(all);
}

/** What the user has to mend is bad input; an endpoint that is not there would leave a run incomplete. Warnings are neither. */
function toExitCode(findings: readonly Finding[]): ExitCode {
  if (findings.some(({ level }) => level === 'wrong')) return exitCode.badInput;
  return findings.some(({ level }) => level === 'unreachable') ? exitCode.incomplete : exitCode.done;
}
