export { nearestKey } from '../domain/nearest-key.ts';
