import type { CommandNode } from '../../command-tree.ts';

type Script = (tree: readonly CommandNode[]) => string;

/** The words that may follow each path: commands below it and flags, its own and those of all. */
function wordsByPath(tree: readonly CommandNode[]): { path: string; words: string[] }[] {
  const shared = tree.find(({ path }) => path === '')?.flags ?? [];

  return tree.map(({ path, children, flags }) => ({
    path,
    words: [...new Set([...children, ...flags, ...shared, '--help'])],
  }));
}

/** A `case` of a POSIX shell from the path typed so far to the words that may follow. */
function shellCases(tree: readonly CommandNode[], variable: string): string {
  return wordsByPath(tree)
    .map(({ path, words }) => `    '${path}') ${variable}='${words.join(' ')}' ;;`)
    .join('\n');
}

const bash: Script = (tree) => `# Completion of erp for bash
_erp() {
  local current="\${COMP_WORDS[COMP_CWORD]}" path='' word words=''
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) continue ;; esac
    case "$path $word" in
${knownPaths(tree, 'path')}
    esac
  done
  case "$path" in
${shellCases(tree, 'words')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _erp erp
`;

const zsh: Script = (tree) => `#compdef erp
# Completion of erp for zsh
_erp() {
  local here='' word choices=''
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$word" in -*) continue ;; esac
    case "$here $word" in
${knownPaths(tree, 'here')}
    esac
  done
  case "$here" in
${shellCases(tree, 'choices')}
  esac
  compadd -- \${=choices}
  _files
}
compdef _erp erp
`;

const fish: Script = (tree) => {
  const lines = tree.flatMap(({ path, children, flags }) => {
    const seen = path === '' ? '__fish_use_subcommand' : `__erp_at ${path}`;
    const below = children.map((name) => {
      const child = tree.find((node) => node.path === [path, name].filter(Boolean).join(' '));
      return `complete -c erp -f -n '${seen}' -a ${name} -d '${fishText(child?.description ?? '')}'`;
    });
    const own = flags.map(
      (flag) => `complete -c erp${path === '' ? '' : ` -n '${seen}'`} -l ${flag.slice(2)}`,
    );
    return [...below, ...own];
  });

  return `# Completion of erp for fish
function __erp_at
  set -l words (commandline -opc | string match -v -- '-*')
  test "$words[2..(math (count $argv) + 1)]" = "$argv"
end
${lines.join('\n')}
`;
};

const powershell: Script = (tree) => {
  const table = wordsByPath(tree)
    .map(({ path, words }) => `    '${path}' = '${words.join(' ')}'`)
    .join('\n');

  return `# Completion of erp for PowerShell
Register-ArgumentCompleter -Native -CommandName erp -ScriptBlock {
  param($word, $ast, $position)
  $choices = @{
${table}
  }
  $path = ''
  foreach ($element in $ast.CommandElements | Select-Object -Skip 1) {
    $text = "$element"
    if ($text -eq $word -or $text.StartsWith('-')) { continue }
    $next = "$path $text".Trim()
    if ($choices.ContainsKey($next)) { $path = $next }
  }
  $choices[$path] -split ' ' | Where-Object { $_ -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
};

/** A script for each shell, with the whole tree of commands in it: completing a word starts no program. */
export const SCRIPTS: Readonly<Record<string, Script>> = { bash, zsh, fish, powershell };

function fishText(text: string): string {
  return text.replace(/['\\]/g, '\\$&');
}

/** Moves the path on when the word names a command below it; other words are values of options. */
function knownPaths(tree: readonly CommandNode[], variable: string): string {
  return tree
    .filter(({ path }) => path !== '')
    .map(({ path }) => {
      const words = path.split(' ');
      return `      '${words.slice(0, -1).join(' ')} ${words.at(-1)}') ${variable}='${path}' ;;`;
    })
    .join('\n');
}
