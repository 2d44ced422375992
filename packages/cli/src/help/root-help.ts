import type { NounGroup } from '../program.ts';
import { VERSION } from '../version.ts';

const NAME_COLUMN = 17;
const PAGE_WIDTH = 100;

const OPTIONS = `Options for every command
  -o, --output <how>    table, json, jsonl, yaml, csv   (table on a terminal, else json)
      --columns a,b,c   which columns
      --tenant <slug>   which tenant                    (ERP_TENANT, or the profile's)
      --url <url>       which server                    (ERP_URL, or the profile's)
      --profile <name>  which saved sign-in             (ERP_PROFILE)
      --api-key-file <file>      the key                (ERP_API_KEY, or the profile's)
      --expect-tenant <slug>     refuse any other       (ERP_EXPECT_TENANT)
      --no-input        never ask; --yes, --quiet, --debug, --no-color, --timeout <seconds>
  -h, --help            of any command: erp import --help`;

const EXAMPLES = `Examples
  erp tenant create acme --name "Acme SARL" --currency EUR --country FR --chart international
  erp import ledger books.csv --tenant acme
  erp report trial-balance --to 2025-12-31 -o csv > tb.csv`;

/** What `erp --help` prints: the commands by what people come for, what all of them share, three examples. */
export function rootHelp(groups: readonly NounGroup[]): string {
  return [
    `erp ${VERSION}: administer and integrate an ERP ledger`,
    'Usage: erp <command> [options]',
    ...groups.map((group) => [group.title, ...(group.brief ? names(group) : lines(group))].join('\n')),
    OPTIONS,
    `${EXAMPLES}\n`,
  ].join('\n\n');
}

function lines({ nouns }: NounGroup): string[] {
  return nouns.map(({ name, description }) => `  ${name.padEnd(NAME_COLUMN)}${description}`);
}

function names({ nouns }: NounGroup): string[] {
  const rows: string[] = [];
  for (const { name } of nouns) {
    const row = rows.at(-1);
    if (row === undefined || row.length + name.length + 2 > PAGE_WIDTH) rows.push(`  ${name}`);
    else rows[rows.length - 1] = `${row}  ${name}`;
  }

  return rows;
}
