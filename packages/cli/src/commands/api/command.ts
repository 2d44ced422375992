import type { ErpCommand } from '../../erp-command.ts';
import { remote } from '../../run.ts';

export function declare(noun: ErpCommand): void {
  noun
    .description('Call any operation of the API with the server, tenant and key in use')
    .requiredArgument('method', 'GET, POST, PUT, PATCH, DELETE')
    .requiredArgument('path', '/v1/accounts')
    .option(
      '-f, --field <key=value>',
      'query of a GET, else a field of the body; key:=value for JSON instead of text',
      append,
    )
    .option('--input <file>', 'the body, - for stdin')
    .option('--paginate', 'all pages, as one list')
    .option('--query <expr>', 'part of the reply: items[].code, totals.debit, items[0]')
    .option('--curl', 'print the same call as curl instead, with the key as $ERP_API_KEY')
    .example('erp api GET /v1/accounts -f active=true --paginate --query "[].code"')
    .example('erp api POST /v1/journals -f code=VT -f name=Sales -f area=sale')
    .action(remote(() => import('./api.ts'), { reach: 'platform' }));
}

function append(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
