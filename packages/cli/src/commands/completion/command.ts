import type { ErpCommand } from '../../erp-command.ts';
import { local } from '../../run.ts';

export function declare(noun: ErpCommand): void {
  noun
    .description('Print a completion script for bash, zsh, fish or powershell')
    .requiredArgument('shell', 'bash, zsh, fish, powershell')
    .example('erp completion bash > ~/.local/share/bash-completion/completions/erp')
    .example('erp completion zsh > ~/.zfunc/_erp')
    .example('erp completion fish > ~/.config/fish/completions/erp.fish')
    .example('erp completion powershell >> $PROFILE')
    .action(local(() => import('./completion.ts')));
}
