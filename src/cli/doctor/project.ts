import { doctorProblems } from '../../domain/doctor-problems.ts';
import { count } from '../../text/count.ts';
import type { DoctorCheck, Finding } from './finding.ts';
import { found } from './found.ts';
import type { Survey } from './survey.ts';

/** More of them would push the rest off the screen. */
const shown = 8;

/** Root, config and suites, with what `evals check` says of them. */
export function project(at: Survey): DoctorCheck {
  return { name: 'Project', run: async () => (isNone(at) ? [none(at)] : findings(at)) };
}

const isNone = ({ configs, problems }: Survey) =>
  configs.length === 0 && problems.some(({ code }) => code === 'no-suites');

const none = ({ root }: Survey): Finding => found.problem(doctorProblems.noProject({ folder: root }));

function findings({ root, configs, suites = [], problems, dotEnv }: Survey): Finding[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const ordered = [...errors, ...problems.filter(({ severity }) => severity !== 'error')];
  const cases = suites.reduce((sum, suite) => sum + suite.cases, 0);
  const left = problems.length - shown;
  return [
    found.good('root', `The project is in ${root}`),
    configs.length === 0 ? found.good('config', 'No evals.config.yaml; none is needed') : configs.map((name) => (errors.some(({ place }) => place?.file === name) ? found.note : found.good)('config', `Config: ${name}`)),
    dotEnv.is === 'unreadable' ? found.problem(doctorProblems.dotEnvUnreadable(dotEnv)) : [],
    dotEnv.is === 'read' ? found.good('dot-env', '.env beside it is read; what the environment sets comes first') : [],
    ordered.slice(0, shown).map((problem) => found.problem(problem)),
    left > 0 ? found.problem(doctorProblems.moreProblems({ count: left }), errors.length > shown ? 'wrong' : 'warning') : [],
    suites.length > 0 ? found.good('suites', `${count(suites.length, 'suite')} with ${count(cases, 'case')}`) : [],
  ].flat(); // biome-ignore format: a table
}
