import { writeFile } from 'node:fs/promises';
import { Failure, UsageError } from '../failure.ts';
import { readJson } from '../input.ts';
import type { TenantFile } from './parse.ts';
import type { TenantPlan } from './plan-text.ts';

/** A plan on disk, with the file that it was made of: what was looked at is what is applied. */
export interface SavedPlan {
  readonly savedPlan: 1;
  readonly server: string;
  readonly file: TenantFile;
  readonly plan: TenantPlan;
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

/** @throws UsageError for what is no plan that `erp tenant plan --save` wrote */
export async function loadPlan(path: string): Promise<SavedPlan> {
  const read = await readJson(path, '--plan');
  const { savedPlan, file, plan } = (read ?? {}) as Partial<SavedPlan>;
  if (savedPlan !== 1 || !file || !plan) {
    throw new UsageError(
      `--plan: ${path} holds no plan of a tenant`,
      'erp tenant plan -f tenant.yaml --save plan.json',
    );
  }
  return read as SavedPlan;
}
