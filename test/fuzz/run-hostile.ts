// Judges one of the hostile folders in this process and prints what that took, as one line of JSON.
// Usage: node test/fuzz/run-hostile.ts NAME
import { HOSTILE } from './hostile-files.ts';
import { judgeFiles } from './judge-files.ts';

const files = HOSTILE[process.argv[2] ?? '']?.();
if (files === undefined) throw new Error(`There is nothing hostile called "${process.argv[2]}"`);
// What is loaded for the first time is no part of what a document costs.
judgeFiles({ 'connector/openapi.json': '{"swagger":"2.0"}' });
const start = process.threadCpuUsage();
judgeFiles(files, 3);
const { user, system } = process.threadCpuUsage(start);
console.log(JSON.stringify({ ms: (user + system) / 1000, peakMiB: process.resourceUsage().maxRSS / 1024 }));
