import { UsageError } from '../failure.ts';
import { loadTenantFiles } from './load.ts';
import type { ParsedTenantFile } from './parse.ts';
import { loadPlan } from './saved-plan.ts';

export interface FileOptions {
  readonly file?: string;
  readonly plan?: string;
  readonly prune?: boolean;
}

/** What is to be applied to one tenant: its file, or a plan of it that was saved. */
export interface Requested {
  readonly parsed: ParsedTenantFile;
  readonly prune: boolean;
  /** Of the saved plan: the tenant as it was when somebody looked, and digests of the files that go beside it. */
  readonly revision?: string;
  readonly seenFiles?: Readonly<Record<string, string>>;
}

export interface Requests {
  /** They come from a folder, so that there may be any number of them. */
  readonly isFolder: boolean;
  readonly tenants: readonly Requested[];
}

/** @throws UsageError for neither or both of file and plan; Failure for a file that is wrong, with its places */
export async function requested({ file, plan, prune }: FileOptions): Promise<Requests> {
  const example = 'erp tenant apply -f tenant.yaml';
  if (plan === undefined) {
    if (file === undefined) throw new UsageError('missing --file FILE, or --plan FILE', example);
    const { isFolder, files } = await loadTenantFiles(file);
    return { isFolder, tenants: files.map((parsed) => ({ parsed, prune: prune ?? false })) };
  }
  if (file !== undefined || prune !== undefined) {
    throw new UsageError('a saved plan holds its file, and whether it prunes: give --plan alone', example);
  }
  const { isFolder, tenants } = await loadPlan(plan);
  return {
    isFolder,
    tenants: tenants.map(({ parsed, files, plan: { prune: prunes, revision } }) => ({
      ...{ parsed, prune: prunes, revision, seenFiles: files },
    })),
  };
}

/** The tenants that files are of. One that is named beside them must be the same. */
export async function tenantsOfFiles(
  options: FileOptions & { readonly tenant?: string },
): Promise<readonly string[]> {
  const slugs = (await requested(options)).tenants.map(({ parsed }) => parsed.content.slug);
  const other = slugs.find((slug) => options.tenant !== undefined && slug !== options.tenant);
  if (other === undefined) return slugs;
  throw new UsageError(
    `the file is of tenant ${other}, and --tenant says ${options.tenant}`,
    'leave --tenant out',
  );
}
