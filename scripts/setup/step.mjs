import { spawnSync } from 'node:child_process';

const onWindows = process.platform === 'win32';

/** Runs a command as one line, `  Building   3.1 s`. When it fails, prints all that it said and ends this process with its code. */
export function step(title, command, args) {
  process.stderr.write(`  ${title.padEnd(42)}`);
  const started = performance.now();
  const result = spawnSync(command, args, { encoding: 'utf8', shell: onWindows, maxBuffer: 1 << 28 });
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(7);

  if (result.status === 0) {
    process.stderr.write(`${seconds} s\n`);
    return;
  }

  const reason =
    result.error?.message ?? (result.signal ? `ended by ${result.signal}` : `exit code ${result.status}`);
  process.stderr.write(`${seconds} s  failed\n\n$ ${[command, ...args].join(' ')}  (${reason})\n`);
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}\n`);
  process.exit(result.status || 1);
}
