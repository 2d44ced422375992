/** The exit codes of `erp`, a promise to scripts: docs and `erp help exit-codes` repeat this table. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  partly: 3,
  denied: 4,
  conflict: 5,
  busy: 6,
  notFound: 7,
  unverified: 8,
  interrupted: 130,
} as const;

const BY_STATUS: Readonly<Record<number, number>> = {
  401: EXIT.denied,
  403: EXIT.denied,
  404: EXIT.notFound,
  408: EXIT.busy,
  409: EXIT.conflict,
  412: EXIT.conflict,
  429: EXIT.busy,
  503: EXIT.busy,
  504: EXIT.busy,
};

/** The exit code for a reply of the server. `tenant_mismatch` counts as not allowed, whatever its status. */
export function exitOfStatus(status: number, code: string): number {
  return code === 'tenant_mismatch' ? EXIT.denied : (BY_STATUS[status] ?? EXIT.failed);
}
