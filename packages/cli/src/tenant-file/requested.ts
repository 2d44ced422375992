import { UsageError } from '../failure.ts';
import { loadTenantFile, type ParsedTenantFile, parseTenantFile } from './parse.ts';
import { loadPlan } from './saved-plan.ts';

export interface FileOptions {
  readonly file?: string;
  readonly plan?: string;
  readonly prune?: boolean;
}

/** What is to be applied: a file, or a plan of one that was saved. */
export interface Requested {
  readonly parsed: ParsedTenantFile;
  readonly prune: boolean;
  /** Of the saved plan: the tenant as it was when somebody looked. */
  readonly revision?: string;
}

/** @throws UsageError for neither or both of them; Failure for a file that is wrong, with its places */
export async function requested({ file, plan, prune }: FileOptions): Promise<Requested> {
  const example = 'erp tenant apply -f tenant.yaml';
  if (plan === undefined) {
    if (file === undefined) throw new UsageError('missing --file FILE, or --plan FILE', example);
    return { parsed: await loadTenantFile(file), prune: prune ?? false };
  }
  if (file !== undefined || prune !== undefined) {
    throw new UsageError('a saved plan holds its file, and whether it prunes: give --plan alone', example);
  }
  const saved = await loadPlan(plan);
  const parsed = parseTenantFile(JSON.stringify(saved.file, null, 2), plan);
  return { parsed, prune: saved.plan.prune, revision: saved.plan.revision };
}

/** The tenant that a file is of. One that is named beside it must be the same. */
export async function tenantOfFile(options: FileOptions & { readonly tenant?: string }): Promise<string> {
  const { slug } = (await requested(options)).parsed.content;
  if (options.tenant === undefined || options.tenant === slug) return slug;
  throw new UsageError(
    `the file is of tenant ${slug}, and --tenant says ${options.tenant}`,
    'leave --tenant out',
  );
}
