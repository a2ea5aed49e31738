import type { Project } from '../open-project.ts';

/** The project with a plan in which only the judges of its suites are asked: no model under test is opened or looked at. */
export function judgesOnly(project: Project): Project {
  const suites = project.plan.suites.map((planned) => ({ ...planned, arms: [] }));
  const plan = { ...project.plan, suites, total: 0, lots: function* () {} };
  return { ...project, plan };
}
