import type { Project } from '../open-project.ts';

/** The project with a plan in which only the model that was named is asked: no judge is opened or looked at. */
export function modelAlone(project: Project): Project {
  const suites = project.plan.suites.map((planned) => ({
    ...planned,
    suite: { ...planned.suite, questions: [] },
  }));
  return { ...project, plan: { ...project.plan, suites } };
}
