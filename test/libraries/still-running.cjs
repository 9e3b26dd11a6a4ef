'use strict';

const { execFileSync } = require('node:child_process');

const LOOK_EVERY_MS = 60_000;
const LONG_MS = 5 * 60_000;

/** Names the files that have been running for long: a loop that nothing ends would leave a run without a word. */
module.exports = class StillRunning {
  constructor() {
    this.since = new Map();
  }

  onRunStart() {
    this.looking = setInterval(() => this.look(), LOOK_EVERY_MS);
    this.looking.unref();
  }

  onTestFileStart(test) {
    this.since.set(test.path, Date.now());
  }

  onTestFileResult(test) {
    this.since.delete(test.path);
  }

  onRunComplete() {
    clearInterval(this.looking);
  }

  look() {
    for (const [path, since] of this.since) {
      const minutes = Math.floor((Date.now() - since) / 60_000);
      if (Date.now() - since < LONG_MS) continue;
      console.log(`STILL RUNNING after ${minutes} minutes: ${path}\n${ownProcesses()}`);
    }
  }
};

/** The processes of this run with the time that they have computed: whether one turns round or waits. */
function ownProcesses() {
  try {
    const all = execFileSync('ps', ['-eo', 'pid,ppid,stat,time,args'], { encoding: 'utf8' });
    return all
      .split('\n')
      .filter((line) => /jest|drills|node /.test(line))
      .map((line) => line.slice(0, 120))
      .join('\n');
  } catch {
    return 'The processes could not be listed.';
  }
}
