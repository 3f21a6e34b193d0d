// The importer alone, in a process of its own: reads a collection, converts it, and writes what would be the two documents.
import { readFileSync } from 'node:fs';
import { connectorFromPostman } from '../../src/convert/postman-to-connector.ts';
import type { JsonObject } from '../../src/domain/json.ts';

const collection = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as JsonObject;
const { openapi, native } = connectorFromPostman(collection, []);
process.stdout.write(JSON.stringify([openapi, native]));
