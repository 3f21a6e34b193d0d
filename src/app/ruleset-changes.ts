import type { Finding } from '../domain/finding.ts';
import type { HouseStyle } from './find-house-style.ts';

/** Says of each file of the house style that differs from the base's that it does not judge yet. */
export function rulesetChanges(own: HouseStyle, base: HouseStyle): Finding[] {
  const files = [...new Set([...own.files(), ...base.files()])].sort();
  return files
    .filter((file) => own.texts.get(file) !== base.texts.get(file))
    .map((file) => ({
      code: 'file/ruleset-changed',
      at: { file },
      message: messageOf(file, own.texts.has(file), base.texts.has(file)),
      hint: 'A change is judged by the house style that it meets, not by one that it brings',
    }));
}

function messageOf(file: string, isHere: boolean, wasThere: boolean): string {
  if (!wasThere) return `House style "${file}" is new and judges from the next change on`;
  return isHere
    ? `House style "${file}" is changed, and what the base has of it judges here`
    : `House style "${file}" is deleted, and what the base has of it judges here`;
}
