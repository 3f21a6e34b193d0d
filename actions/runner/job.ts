import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as core from '@actions/core';
import { connectToGitHub, type Connection } from '../../src/adapters/github/connection.ts';
import { Failure } from '../../src/domain/failure.ts';

/** The payload of the event that started the job, as GitHub wrote it. */
export function readEvent(): unknown {
  const file = required('GITHUB_EVENT_PATH');
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Failure('unavailable', `The event file "${file}" cannot be read`, { hint: 'Run the job again', cause });
  }
}

/** The folder of the checkout. */
export function workspace(): string {
  return required('GITHUB_WORKSPACE');
}

export function runId(): number {
  return Number(required('GITHUB_RUN_ID'));
}

/** GitHub's API for this repository, with the token of the input "token". */
export function gitHubOfJob(): Connection {
  const [owner = '', repository = ''] = required('GITHUB_REPOSITORY').split('/');
  const apiUrl = process.env['GITHUB_API_URL'] ?? 'https://api.github.com';
  return connectToGitHub({ apiUrl, owner, repository, token: core.getInput('token') });
}

/** Writes a file for a later step, outside the checkout, and gives its path. */
export function leaveFile(folder: string, name: string, content: string | Uint8Array): string {
  const parent = join(required('RUNNER_TEMP'), folder);
  mkdirSync(parent, { recursive: true });
  const path = join(parent, name);
  writeFileSync(path, content);
  return path;
}

/** Adds to the page of the run. A page that cannot be written changes no verdict. */
export async function summarize(markdown: string): Promise<void> {
  try {
    await core.summary.addRaw(markdown).write();
  } catch (cause) {
    core.warning(`The summary cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** The words of an input that holds several, separated by white space. */
export function words(input: string): string[] {
  return core
    .getInput(input)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** One of the allowed values of an input; undefined when it is empty. @throws Failure (`usage`). */
export function choice<T extends string>(input: string, allowed: readonly T[]): T | undefined {
  const value = core.getInput(input);
  const found = allowed.find((one) => one === value);
  if (found !== undefined || value === '') return found;
  throw new Failure('usage', `The input "${input}" is "${value}" and may be ${allowed.join(', ')}`);
}

function required(name: string): string {
  const value = process.env[name] ?? '';
  if (value !== '') return value;
  throw new Failure('usage', `${name} is not set`, { hint: 'This is an action: a workflow of GitHub runs it' });
}
