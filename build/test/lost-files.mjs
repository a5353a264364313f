import { writeFileSync } from 'node:fs';

const endedBySignal = /exited unexpectedly with signal \S+ .* while running test file (.+)$/;

/**
 * A reporter of vitest: writes to VERBATIM_LOST_FILES, as JSON, the test files whose process was ended by a signal, so that
 * their tests were not run; none where anything else failed as well.
 */
export default class LostFiles {
  onTestRunEnd(modules, errors) {
    const lost = errors.map((error) => endedBySignal.exec(error.cause?.message ?? '')?.[1]);
    const failed = modules.filter((module) => module.state() === 'failed' && !lost.includes(module.moduleId));
    const isAll = failed.length === 0 && !lost.includes(undefined);
    writeFileSync(process.env.VERBATIM_LOST_FILES, JSON.stringify(isAll ? lost : []));
  }
}
