import { AUTH_FAULTS } from './auth-faults.ts';
import { DOCUMENT_FAULTS } from './document-faults.ts';
import { EXTENSION_FAULTS } from './extension-faults.ts';
import type { FaultTable } from './fault.ts';
import { FILE_FAULTS } from './file-faults.ts';
import { ICON_FAULTS } from './icon-faults.ts';
import { METADATA_FAULTS } from './metadata-faults.ts';
import { OPERATION_FAULTS } from './operation-faults.ts';
import { PARAMETER_FAULTS } from './parameter-faults.ts';
import { POLICY_FAULTS } from './policy-faults.ts';
import { README_FAULTS } from './readme-faults.ts';
import { SCHEMA_FAULTS } from './schema-faults.ts';
import { SCRIPT_FAULTS } from './script-faults.ts';
import { TRIGGER_FAULTS } from './trigger-faults.ts';
import { VERSION_FAULTS } from './version-faults.ts';

/** Every fault, by the code that has to report it. */
export const ALL_FAULTS: FaultTable = {
  ...FILE_FAULTS,
  ...DOCUMENT_FAULTS,
  ...METADATA_FAULTS,
  ...ICON_FAULTS,
  ...OPERATION_FAULTS,
  ...PARAMETER_FAULTS,
  ...SCHEMA_FAULTS,
  ...EXTENSION_FAULTS,
  ...TRIGGER_FAULTS,
  ...AUTH_FAULTS,
  ...POLICY_FAULTS,
  ...SCRIPT_FAULTS,
  ...VERSION_FAULTS,
  ...README_FAULTS,
};
