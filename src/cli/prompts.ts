import { isCancel, multiselect, select, text } from '@clack/prompts';
import { Failure } from '../domain/failure.ts';
import { printable } from '../report/printable.ts';

// Reports go to the standard output; what is said to a person goes beside it.
const output = process.stderr;

/** Whether somebody is there to answer. */
export function canAsk(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY && process.env['CI'] === undefined;
}

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

/** Asks for a line of text. `why` says what the answer is for. `fault` says what is wrong with an answer. */
export async function askText(
  question: string,
  why: string,
  initial: string,
  fault: (answer: string) => string | undefined = () => undefined,
): Promise<string> {
  const answer = await text({
    // A second line would stand outside the frame.
    message: `${printable(question)} (${printable(why)})`,
    initialValue: printable(initial),
    validate: (value) => ((value ?? '').trim() === '' ? 'Write something' : fault((value ?? '').trim())),
    output,
  });
  return answered<string>(answer).trim();
}

export async function askOne<Value extends string>(
  question: string,
  why: string,
  choices: readonly Choice<Value>[],
  initial?: Value,
): Promise<Value> {
  const options = choices.map(safe);
  const answer = await select<string>({
    message: explained(question, why),
    options,
    ...(initial === undefined ? {} : { initialValue: initial }),
    maxItems: 14,
    output,
  });
  return answered(answer) as Value;
}

export async function askSome<Value extends string>(
  question: string,
  why: string,
  choices: readonly Choice<Value>[],
  initial: readonly Value[],
): Promise<Value[]> {
  const answer = await multiselect<string>({
    message: explained(`${question} (space chooses, enter goes on)`, why),
    options: choices.map(safe),
    initialValues: [...initial],
    required: false,
    maxItems: 14,
    output,
  });
  return answered(answer) as Value[];
}

/** Labels come from documents of strangers. */
function safe<Value extends string>({
  value,
  label,
  hint,
}: Choice<Value>): {
  value: string;
  label: string;
  hint?: string;
} {
  return { value, label: printable(label), ...(hint === undefined ? {} : { hint: printable(hint) }) };
}

function explained(question: string, why: string): string {
  return `${printable(question)}\n${printable(why)}`;
}

/** @throws Failure (`interrupted`) when Ctrl-C or Escape was the answer. */
function answered<Value>(answer: Value | symbol): Value {
  if (isCancel(answer)) throw new Failure('interrupted', 'Interrupted: nothing was written');
  return answer as Value;
}
