import { parseArgs } from 'node:util';

/** Everything that can be set from outside, read once at start. */
export interface Config {
  port: number;
  host: string;
  /** Directory of the embedded database. */
  data: string;
  databaseUrl: string | undefined;
  databaseConnections: number;
  prepared: boolean;
  services: 'all' | 'api' | 'accounting';
  /** Requests a second of one credential, and of one address before it is known. */
  rateLimit: number;
  /** Entries posted in one transaction at most. */
  postingGroup: number;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

interface Setting {
  flag: string;
  argument: string;
  fallback: string;
  help: string;
}

const settings = {
  port: { flag: 'port', argument: 'N', fallback: '4000', help: 'port to listen on; 0 takes a free one' },
  host: { flag: 'host', argument: 'ADDRESS', fallback: '127.0.0.1', help: 'address to listen on' },
  data: { flag: 'data', argument: 'DIR', fallback: './.erp', help: 'directory of the embedded database' },
  databaseUrl: {
    flag: 'database-url',
    argument: 'URL',
    fallback: '',
    help: 'PostgreSQL 15 or later instead of the embedded database',
  },
  databaseConnections: {
    flag: 'database-connections',
    argument: 'N',
    fallback: '10',
    help: 'connections to PostgreSQL at most',
  },
  prepared: {
    flag: 'prepared',
    argument: 'on|off',
    fallback: 'on',
    help: 'named statements; off behind PgBouncer older than 1.21',
  },
  services: {
    flag: 'services',
    argument: 'all|api|accounting',
    fallback: 'all',
    help: 'which services this process answers for',
  },
  rateLimit: {
    flag: 'rate-limit',
    argument: 'N',
    fallback: '5000',
    help: 'requests a second of one key or address',
  },
  postingGroup: {
    flag: 'posting-group',
    argument: 'N',
    fallback: '1000',
    help: 'entries posted in one transaction at most',
  },
  logLevel: {
    flag: 'log-level',
    argument: 'LEVEL',
    fallback: 'info',
    help: 'debug, info, warn, error or silent',
  },
} as const satisfies Record<keyof Config, Setting>;

export const usage = (): string => {
  const rows = Object.values<Setting>(settings).map((s) => {
    const option = `--${s.flag} ${s.argument}`;
    const fallback = s.fallback ? ` (${s.fallback})` : '';
    return `  ${option.padEnd(34)} ${s.help}${fallback}\n${' '.repeat(37)}${variable(s)}\n`;
  });
  const verbs = 'status|plan|up|down [--to NUMBER] [--output table|json|jsonl]';
  const head = `Usage: erp-server [options]\n       erp-server migrate ${verbs} [options]\n`;
  const what = 'Starts the ERP server, or looks after the schema of its database.';
  return `${head}\n${what} Each option can also be set in the environment.\n\n${rows.join('')}`;
};

const variable = (s: Setting): string => `ERP_${s.flag.toUpperCase().replaceAll('-', '_')}`;

/** Flag before environment before default. Unknown flags and impossible values are refused by name. */
export function readConfig(argv: string[], environment: NodeJS.ProcessEnv): Config {
  const values = parse(argv);
  const text = (key: keyof typeof settings): string =>
    values[settings[key].flag] ?? environment[variable(settings[key])] ?? settings[key].fallback;

  const number = (key: keyof typeof settings, max: number): number => {
    const n = Number(text(key));
    if (Number.isInteger(n) && n >= 0 && n <= max) return n;
    throw new ConfigError(
      `--${settings[key].flag} takes a whole number up to ${max}, not ${JSON.stringify(text(key))}`,
    );
  };
  const oneOf = <T extends string>(key: keyof typeof settings, known: readonly T[]): T => {
    const value = known.find((k) => k === text(key));
    if (value) return value;
    throw new ConfigError(
      `--${settings[key].flag} takes ${known.join(', ')}, not ${JSON.stringify(text(key))}`,
    );
  };

  return {
    port: number('port', 65_535),
    host: text('host'),
    data: text('data'),
    databaseUrl: text('databaseUrl') || undefined,
    databaseConnections: number('databaseConnections', 1_000),
    prepared: oneOf('prepared', ['on', 'off']) === 'on',
    services: oneOf('services', ['all', 'api', 'accounting']),
    rateLimit: number('rateLimit', 1_000_000),
    postingGroup: Math.max(1, number('postingGroup', 10_000)),
    logLevel: oneOf('logLevel', ['debug', 'info', 'warn', 'error', 'silent']),
  };
}

function parse(argv: string[]): Record<string, string | undefined> {
  const options = Object.fromEntries(
    Object.values<Setting>(settings).map((s) => [s.flag, { type: 'string' as const }]),
  );
  try {
    return parseArgs({ args: argv, options, allowPositionals: false }).values as Record<
      string,
      string | undefined
    >;
  } catch (error) {
    throw new ConfigError(`${(error as Error).message}; see erp-server --help`);
  }
}
