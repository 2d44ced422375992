import { writeFile } from 'node:fs/promises';
import { Failure, UsageError } from '../failure.ts';
import { readInput } from '../input.ts';
import { type ParsedTenantFile, type TenantFile, tenantFileIn } from './parse.ts';
import type { TenantPlan } from './plan-text.ts';

/** A plan on disk, with the files that it was made of: what was looked at is what is applied. */
export interface SavedPlan {
  readonly savedPlan: 1;
  readonly server: string;
  /** Of a folder, so that there may be any number of tenants. */
  readonly isFolder: boolean;
  readonly tenants: readonly { readonly file: TenantFile; readonly plan: TenantPlan }[];
}

export interface LoadedPlan {
  readonly isFolder: boolean;
  readonly tenants: readonly { readonly parsed: ParsedTenantFile; readonly plan: TenantPlan }[];
}

export async function savePlan(path: string, plan: SavedPlan): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify(plan, null, 2)}\n`);
  } catch (error) {
    throw new Failure(`--save: cannot write ${path} (${(error as Error).message})`, {
      code: 'file',
      cause: error,
    });
  }
}

/**
 * @throws UsageError for what is no plan that `erp tenant plan --save` wrote; Failure for files in it that somebody has
 *   changed to what is none
 */
export async function loadPlan(path: string): Promise<LoadedPlan> {
  const text = await readInput(path, '--plan');
  const { isFolder = false, tenants } = parsePlan(text, path);
  return {
    isFolder,
    tenants: tenants.map(({ file, plan }, at) => ({
      parsed: tenantFileIn(text, path, ['tenants', at, 'file'], file),
      plan,
    })),
  };
}

function parsePlan(text: string, path: string): SavedPlan {
  let read: Partial<SavedPlan> | null;
  try {
    read = JSON.parse(text) as Partial<SavedPlan> | null;
  } catch {
    read = null;
  }
  const isPlan =
    read?.savedPlan === 1 && Array.isArray(read.tenants) && read.tenants.every((one) => one?.file && one.plan);
  if (isPlan) return read as SavedPlan;
  throw new UsageError(
    `--plan: ${path} holds no plan of a tenant`,
    'erp tenant plan -f tenant.yaml --save plan.json',
  );
}
