import type { ErpCommand } from '../../erp-command.ts';
import { remote } from '../../run.ts';
import { declareListing } from '../listing.ts';

export function declare(noun: ErpCommand): void {
  declareListing(noun.command('list').description('List posted entries, or drafts'))
    .option('--from <date>', 'first accounting date')
    .option('--to <date>', 'last accounting date')
    .option('--year <code>', 'fiscal year')
    .option('--journal <code>', 'only of this journal')
    .option('--account <codes>', 'only with a line on this account, or on A..B')
    .option('--party <code>', 'only with a line of this party')
    .option('--kind <kind>', 'normal, opening, adjustment, closing, reversal, revaluation, void')
    .option('--external-id <id>', 'the one with this external id')
    .option('--drafts', 'drafts instead; only --external-id and --limit go with it')
    .example('erp entry list --from 2026-01-01 --account 411..419')
    .action(remote(() => import('./list.ts')));

  noun
    .command('get')
    .description('Show a posted entry, or a draft')
    .requiredArgument('id', 'its id')
    .option('--draft', 'a draft')
    .example('erp entry get 01890a5d-ac96-774b-bcce-b302099a8057')
    .action(remote(() => import('./get.ts')));

  noun
    .command('create')
    .description('Write a draft: no number yet, and it need not balance')
    .option('-f, --file <file>', 'the entry as JSON, - for stdin')
    .need({ key: 'file', label: '--file <file>', question: 'File that holds the entry as JSON' })
    .example('erp entry create --file entry.json')
    .action(remote(() => import('./create.ts'), { changes: true }));

  noun
    .command('post')
    .description('Post a draft, an entry of a file, or a list of entries')
    .argument('[id]', 'id of a draft')
    .option('-f, --file <file>', 'an entry as JSON, or an array of entries, - for stdin')
    .option('--date <date>', 'accounting date, instead of that of the draft or the file')
    .example('erp entry post --file entry.json')
    .example('erp entry post 01890a5d-ac96-774b-bcce-b302099a8057 --date 2026-05-02')
    .action(remote(() => import('./post.ts'), { changes: true }));

  noun
    .command('reverse')
    .description('Post the reversal of an entry')
    .requiredArgument('id', 'id of the posted entry')
    .option('--date <date>', 'accounting date, in an open period, not before the entry')
    .option('--description <text>', 'why')
    .example('erp entry reverse 01890a5d-ac96-774b-bcce-b302099a8057 --date 2026-05-02')
    .action(remote(() => import('./reverse.ts'), { changes: true }));
}
