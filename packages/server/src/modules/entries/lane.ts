import type { Database } from '../../db/database.ts';
import { problemOfDatabase } from '../../db/problems.ts';
import type { TenantInfo } from '../../http/context.ts';
import { type Clock, instant } from '../../kernel/clock.ts';
import { type Posted, type Posting, postGroup } from './posting.ts';

interface Waiting {
  posting: Posting;
  resolve(posted: Posted): void;
  reject(error: unknown): void;
}

interface Lane {
  waiting: Waiting[];
  running: boolean;
}

/**
 * One lane a tenant. Numbers without gaps serialise a series anyway, so posting one by one cannot be fast: while one
 * transaction runs, the requests that arrive wait and go together in the next. Two lanes for one tenant were slower.
 */
export interface PostingLane {
  post(tenant: TenantInfo, posting: Posting): Promise<Posted>;
}

/** `groupLimit`: entries of one transaction at most; 1 posts each entry in a transaction of its own. */
export function createLane(db: Database, now: Clock, groupLimit = 1_000): PostingLane {
  const lanes = new Map<string, Lane>();

  function post(tenant: TenantInfo, posting: Posting): Promise<Posted> {
    let lane = lanes.get(tenant.id);
    if (!lane) {
      lane = { waiting: [], running: false };
      lanes.set(tenant.id, lane);
    }
    const { waiting } = lane;
    const result = new Promise<Posted>((resolve, reject) => {
      waiting.push({ posting, resolve, reject });
    });
    if (!lane.running) {
      lane.running = true;
      setImmediate(drain, tenant, lane);
    }
    return result;
  }

  async function drain(tenant: TenantInfo, lane: Lane): Promise<void> {
    while (lane.waiting.length > 0) await commit(tenant, lane.waiting.splice(0, groupLimit));
    lane.running = false;
    lanes.delete(tenant.id);
  }

  /**
   * When the statement itself fails, one of the group is to blame: each goes alone, and the others are posted. When the
   * connection fails nobody knows whether the commit arrived, so nothing is sent twice: the callers' keys will tell.
   */
  async function commit(tenant: TenantInfo, group: Waiting[]): Promise<void> {
    try {
      const posted = await db.tx({ role: 'erp_app', tenantId: tenant.id }, (tx) =>
        postGroup(
          tx,
          tenant,
          instant(now()),
          group.map((w) => w.posting),
        ),
      );
      group.forEach((waiting, i) => {
        waiting.resolve(posted[i] as Posted);
      });
    } catch (error) {
      if (group.length === 1 || problemOfDatabase(error as Error)?.code === 'unavailable') {
        for (const waiting of group) waiting.reject(error);
      } else for (const waiting of group) await commit(tenant, [waiting]);
    }
  }

  return { post };
}
