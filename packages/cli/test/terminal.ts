import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { newHome } from './erp.ts';

const BIN = fileURLToPath(new URL('../bin/erp.js', import.meta.url));

/** A question to wait for, and the keys that answer it. */
export type Dialogue = readonly (readonly [question: string, keys: string])[];

export interface Screen {
  readonly code: number | null;
  /** Everything that was shown, escape sequences included. */
  readonly text: string;
}

/** Runs the program on a terminal of 100 columns, which `script` of util-linux makes. */
export function erpOnTerminal(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  dialogue: Dialogue,
  cwd?: string,
): Promise<Screen> {
  const command = `stty cols 100 rows 40; exec ${[process.execPath, BIN, ...args].map(quoted).join(' ')}`;
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    env: { PATH: process.env['PATH'], TERM: 'xterm', XDG_CONFIG_HOME: newHome(), ...env },
    ...(cwd === undefined ? {} : { cwd }),
    stdio: ['pipe', 'pipe', 'inherit'],
  });

  let text = '';
  let next = 0;
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    const [question, keys] = dialogue[next] ?? [];
    if (question === undefined || keys === undefined || !text.includes(question)) return;

    next += 1;
    child.stdin.write(keys);
  });

  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, text }));
  });
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
