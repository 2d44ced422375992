import type { CommandBody, Context } from '../../context.ts';
import { EXIT } from '../../exits.ts';
import { failureOf } from '../../output/server-failure.ts';
import { VERSION } from '../../version.ts';

interface Check {
  readonly check: string;
  readonly status: 'ok' | 'warning' | 'failed' | 'skipped';
  readonly detail: string;
}

/** Clocks further apart than this make keys expire early and times misleading. In seconds. */
const CLOCK_TOLERANCE = 60;

/** Below this the difference may come from the whole seconds of the `Date` header. In seconds. */
const CLOCK_RESOLUTION = 2;

const doctor: CommandBody = async (context) => {
  const checks = await examine(context);
  const failed = checks.filter(({ status }) => status === 'failed');

  return {
    data: { ok: failed.length === 0, checks },
    rows: checks,
    columns: [{ key: 'check' }, { key: 'status' }, { key: 'detail' }],
    exit: failed.length === 0 ? EXIT.done : EXIT.failed,
  };
};

async function examine(context: Context): Promise<Check[]> {
  const server = await checkServer(context);
  if (server.some(({ status }) => status === 'failed')) return server;

  return [
    ...server,
    ...(await checkParts(context)),
    await checkVersion(context),
    await checkCredentials(context),
    await checkTenant(context),
  ];
}

async function checkServer({ erp, settings }: Context): Promise<Check[]> {
  const { value, origin } = settings.server;
  let date: string | null = null;

  const started = Date.now();
  const reached = await attempt('server', async () => {
    await erp.system.live({
      onResponse: ({ headers }) => {
        date = headers.get('date');
      },
    });
    return `${value} answers in ${Date.now() - started} ms (from ${origin})`;
  });

  const middle = (started + Date.now()) / 2;
  return reached.status === 'ok' ? [reached, checkClock(date, middle)] : [reached];
}

/**
 * Compares the `Date` header with what the clock here said half-way between request and reply, in milliseconds. The header
 * cuts off what is below a second, so half of one is added.
 */
function checkClock(date: string | null, middle: number): Check {
  if (date === null) return { check: 'clock', status: 'skipped', detail: 'the server sends no date' };

  const ahead = (middle - (Date.parse(date) + 500)) / 1000;
  if (Math.abs(ahead) < CLOCK_RESOLUTION) {
    return { check: 'clock', status: 'ok', detail: "this clock agrees with the server's" };
  }

  const seconds = Math.round(ahead);
  const differs = Math.abs(seconds) > CLOCK_TOLERANCE;
  const detail = `this clock is ${Math.abs(seconds)} s ${seconds < 0 ? 'behind' : 'ahead of'} the server's`;
  return { check: 'clock', status: differs ? 'warning' : 'ok', detail };
}

/** What the server says of its parts. That which it calls `server`, whether it takes requests, has a name of its own here. */
async function checkParts({ erp }: Context): Promise<Check[]> {
  try {
    const { parts } = await erp.system.ready();
    return parts.map(({ name, ready, detail }) => ({
      check: name === 'server' ? 'requests' : name,
      status: ready ? 'ok' : 'failed',
      detail: detail ?? (ready ? 'ready' : 'not ready'),
    }));
  } catch (error) {
    return [{ check: 'parts', status: 'failed', detail: failureOf(error).message }];
  }
}

async function checkVersion({ erp }: Context): Promise<Check> {
  return attempt('version', async () => {
    const { version, contract } = await erp.system.version();
    const detail = `server ${version}, contract ${contract}, this erp ${VERSION}`;

    return contract.split('.')[0] === VERSION.split('.')[0]
      ? detail
      : { check: 'version', status: 'warning', detail: `${detail}: use the erp of the server's version` };
  });
}

async function checkCredentials({ erp, settings }: Context): Promise<Check> {
  if (settings.credential === null) {
    const detail = 'no key: erp login, or ERP_API_KEY';
    return { check: 'credentials', status: 'failed', detail };
  }

  const { origin } = settings.credential;
  return attempt('credentials', async () => {
    const { name, scopes, tenant } = await erp.apiKeys.current();
    return `key "${name}" for ${tenant ?? 'every tenant'} may ${scopes.join(', ')} (from ${origin})`;
  });
}

async function checkTenant({ erp, settings }: Context): Promise<Check> {
  const { tenant, credential } = settings;
  if (tenant === null || credential === null) {
    return { check: 'tenant', status: 'skipped', detail: 'none is named' };
  }

  return attempt('tenant', async () => {
    const { name, state } = await erp.tenants.get(tenant.value);
    return `${tenant.value}: ${name}, ${state} (from ${tenant.origin})`;
  });
}

async function attempt(check: string, work: () => Promise<string | Check>): Promise<Check> {
  try {
    const outcome = await work();
    return typeof outcome === 'string' ? { check, status: 'ok', detail: outcome } : outcome;
  } catch (error) {
    return { check, status: 'failed', detail: failureOf(error).message };
  }
}

export default doctor;
