import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { Option } from 'commander';
import { Failure } from '../domain/failure.ts';
import { choiceOption } from './choice.ts';

export const FORMATS = ['text', 'json', 'github', 'sarif', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

export interface OutputOptions {
  readonly format: Format;
  readonly output?: string;
}

export function formatOption(): Option {
  return choiceOption('--format <format>', 'how to print the report', FORMATS).default('text');
}

export function outputOption(): Option {
  return new Option('--output <file>', 'write the report to a file instead of the screen');
}

/**
 * Prints a report, or writes it to a file: beside it first, then renamed, so that nobody ever reads half of one.
 * @throws Failure (`unavailable`) when the file cannot be written; what was there before stays.
 */
export function writeReport(text: string, { output }: Pick<OutputOptions, 'output'>): void {
  if (output === undefined) process.stdout.write(text);
  else writeWhole(output, text);
}

export function writeWhole(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    const handle = openSync(temporary, 'w');
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (cause) {
    rmSync(temporary, { force: true });
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Failure('unavailable', `"${file}" cannot be written: ${why}`, { cause });
  }
}

/** Whether the screen is a person's: progress and colours are for those only. */
export function isInteractive(): boolean {
  return process.stderr.isTTY && process.env['CI'] === undefined;
}
