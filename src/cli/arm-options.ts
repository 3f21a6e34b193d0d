import { InvalidArgumentError, Option, type Command } from 'commander';
import type { ArmLayoutOptions } from '../app/export/arm-layout.ts';
import { parseRegion } from '../domain/scope.ts';

/** What only a template of Resource Manager can be given. */
export interface ArmExportOptions {
  readonly name?: string;
  readonly location?: string;
}

export function addArmOptions(command: Command): Command {
  return command
    .addOption(new Option('--name <name>', 'with arm: name of the resource').argParser(parseResourceName))
    .addOption(new Option('--location <region>', 'with arm: its region, such as westeurope').argParser(parseLocation));
}

export function armLayoutOptions({ name, location }: ArmExportOptions): ArmLayoutOptions {
  return { ...(name === undefined ? {} : { name }), ...(location === undefined ? {} : { location }) };
}

/** What Azure takes as the name of a resource. */
function parseResourceName(text: string): string {
  if (/^[A-Za-z0-9](?:[\w.()-]{0,78}[\w()-])?$/.test(text)) return text;
  throw new InvalidArgumentError('It is 1 to 80 letters, digits, "-", "_", "." and brackets.');
}

function parseLocation(text: string): string {
  const region = parseRegion(text);
  if (region === undefined) throw new InvalidArgumentError('A region is written like westeurope.');
  return region;
}
