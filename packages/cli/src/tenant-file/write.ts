import { toYaml } from '../output/yaml.ts';
import type { TenantFile } from './parse.ts';

const schema = './node_modules/@erp/cli/schemas/tenant.schema.json';

/** A tenant's file as text that people keep in git: the first line tells editors its schema. */
export function tenantFileText(file: TenantFile): string {
  return [
    `# yaml-language-server: $schema=${schema}`,
    '# What is written here is so after: erp tenant apply -f tenant.yaml',
    toYaml(file),
  ].join('\n');
}
