import { writeSync } from 'node:fs';
import { fuzz, type Inputs } from './fuzz.ts';

// Run as a process: reads the inputs that its argument names, tells how far it is, and at the end what came of them.
const inputs: Inputs = JSON.parse(process.argv[2] ?? '{}');
const slowest = { before: inputs.from, cpu: 0 };
let spent = process.cpuUsage();

const outcome = await fuzz(inputs, (input) => {
  if (input % 10 !== 9) return;
  const { user, system } = process.cpuUsage(spent);
  spent = process.cpuUsage();
  const cpu = Math.round((user + system) / 1000);
  if (cpu > slowest.cpu) Object.assign(slowest, { before: input + 1, cpu });
  // At once, so that what hangs is known.
  writeSync(1, `${input}\n`);
});

const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const memory = Math.round(maxRSS / 1024);
const cpu = Math.round((userCPUTime + systemCPUTime) / 1e6);
writeSync(1, `${JSON.stringify({ ...outcome, memory, cpu, slowest })}\n`);
