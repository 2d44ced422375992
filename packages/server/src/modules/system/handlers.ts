import { readDocument } from '../../contract/document.ts';
import type { HandlersOf } from '../../contract/handlers.ts';
import { readVersion } from '../../version.ts';

const contract = readDocument().info.version;

export const handlers = {
  'system.live': async () => ({ status: 'live' as const }),

  'system.ready': async (context) => {
    const { db, schema: watch, stopping } = context.services;
    const database = await probe(() => db.ping());
    const schema = await probe(async () => {
      await watch.look();
      const fault = watch.fault();
      if (fault) throw new Error(fault);
    });
    const parts = [
      { name: 'database', ...database },
      { name: 'schema', ...schema },
      { name: 'server', ready: !stopping.aborted, ...(stopping.aborted ? { detail: 'stopping' } : {}) },
    ];

    const ready = parts.every((p) => p.ready);
    if (!ready) context.status = 503;
    return { status: ready ? ('ready' as const) : ('not_ready' as const), parts };
  },

  'system.version': async (context) => ({
    version: readVersion(),
    contract,
    services:
      context.services.mounted === 'all'
        ? ['api' as const, 'accounting' as const]
        : [context.services.mounted],
  }),
} satisfies HandlersOf<'system'>;

/** Whether a part answers; what it failed with is said in its own words, without secrets. */
async function probe(ask: () => Promise<void>): Promise<{ ready: boolean; detail?: string }> {
  try {
    await ask();
    return { ready: true };
  } catch (error) {
    return { ready: false, detail: error instanceof Error ? error.message : String(error) };
  }
}
