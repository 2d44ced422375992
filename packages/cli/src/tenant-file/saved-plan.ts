import { writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { Failure, UsageError } from '../failure.ts';
import { readInput } from '../input.ts';
import { type Beside, hasBeside } from './beside.ts';
import { type ParsedTenantFile, type TenantFile, tenantFileIn } from './parse.ts';
import type { TenantPlan } from './plan-text.ts';

/** A plan on disk, with the files that it was made of: what was looked at is what is applied. */
interface SavedPlan {
  readonly savedPlan: 1;
  readonly server: string;
  /** Of a folder, so that there may be any number of tenants. */
  readonly isFolder: boolean;
  readonly tenants: readonly SavedTenant[];
}

interface SavedTenant {
  readonly file: TenantFile & Beside;
  /** Where paths in the file begin, seen from the plan. */
  readonly folder: string;
  /** SHA-256 of what these paths lead to. */
  readonly files: Readonly<Record<string, string>>;
  readonly plan: TenantPlan;
}

export interface PlannedTenant {
  readonly parsed: ParsedTenantFile;
  readonly plan: TenantPlan;
}

export interface LoadedPlan {
  readonly isFolder: boolean;
  readonly tenants: readonly (PlannedTenant & Pick<SavedTenant, 'files'>)[];
}

export async function savePlan(
  path: string,
  server: string,
  { isFolder, tenants }: { readonly isFolder: boolean; readonly tenants: readonly PlannedTenant[] },
): Promise<void> {
  const saved: SavedTenant[] = [];
  for (const tenant of tenants) saved.push(await savedTenant(path, tenant));
  const plan: SavedPlan = { savedPlan: 1, server, isFolder, tenants: saved };
  try {
    await writeFile(path, `${JSON.stringify(plan, null, 2)}\n`);
  } catch (error) {
    throw new Failure(`--save: cannot write ${path} (${(error as Error).message})`, {
      code: 'file',
      cause: error,
    });
  }
}

async function savedTenant(path: string, { parsed, plan }: PlannedTenant): Promise<SavedTenant> {
  const { content, beside } = parsed;
  return {
    file: { ...content, ...beside },
    folder: relative(dirname(path), parsed.folder),
    files: hasBeside(beside) ? await (await import('./beside-files.ts')).digestsOf(parsed) : {},
    plan,
  };
}

const loaded = new Map<string, Promise<LoadedPlan>>();

/**
 * Reads a saved plan, once, as a tenant's file is read once: it may come from stdin.
 *
 * @throws UsageError for what is no plan that `erp tenant plan --save` wrote; Failure for files in it that somebody has
 *   changed to what is none
 */
export function loadPlan(path: string): Promise<LoadedPlan> {
  const plan = loaded.get(path) ?? load(path);
  loaded.set(path, plan);
  return plan;
}

async function load(path: string): Promise<LoadedPlan> {
  const text = await readInput(path, '--plan');
  const { isFolder = false, tenants } = parsePlan(text, path);
  return {
    isFolder,
    tenants: tenants.map(({ file: content, folder = '.', files = {}, plan }, at) => ({
      parsed: tenantFileIn(text, path, ['tenants', at, 'file'], {
        content,
        folder: resolve(dirname(path), folder),
      }),
      files,
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
    read?.savedPlan === 1 &&
    Array.isArray(read.tenants) &&
    read.tenants.every((one) => one?.file && one.plan);
  if (isPlan) return read as SavedPlan;
  throw new UsageError(
    `--plan: ${path} holds no plan of a tenant`,
    'erp tenant plan -f tenant.yaml --save plan.json',
  );
}
