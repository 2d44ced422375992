// Each prompt by its name: the namespace of @inquirer/prompts would bundle all of them.
import { confirm, input, password, select } from '@inquirer/prompts';

interface Streams {
  readonly output: NodeJS.WritableStream;
}

export function askText(message: string, streams: Streams): Promise<string> {
  return input({ message, required: true }, streams);
}

export function askSecret(message: string, streams: Streams): Promise<string> {
  return password({ message, mask: '•' }, streams);
}

export function choose(message: string, choices: readonly string[], streams: Streams): Promise<string> {
  return select({ message, choices: choices.map((value) => ({ value })) }, streams);
}

export function confirmChoice(message: string, streams: Streams): Promise<boolean> {
  return confirm({ message, default: false }, streams);
}
