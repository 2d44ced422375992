import { writeFile } from 'node:fs/promises';
import type { CommandBody } from '../../context.ts';
import { EXIT } from '../../exits.ts';
import { Failure } from '../../failure.ts';
import { tenantFileText } from '../../tenant-file/write.ts';
import { whichTenant } from './which.ts';

const exportTenant: CommandBody<{ readonly out?: string }, [string?]> = async (context, { out }, slug) => {
  const file = await context.erp.tenants.export(await whichTenant(context, slug));
  const text = tenantFileText(file);
  if (out === undefined || out === '-') return { data: file, text };

  try {
    await writeFile(out, text, { flag: context.settings.yes ? 'w' : 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Failure(`${out} is there already`, {
      code: 'conflict',
      exit: EXIT.conflict,
      actions: [{ label: 'Write over it', command: 'the same command with --yes' }],
    });
  }
  return { data: { file: out, tenant: file.slug }, message: `✔ ${out}: ${file.slug}` };
};

export default exportTenant;
