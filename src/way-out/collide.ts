/** Whether a request could be meant for both of two paths: a placeholder stands for anything, and case and a slash at the end for nothing. */
export function collide(one: string, two: string): boolean {
  const [first, second] = [one, two].map(segmentsOf);
  if (first === undefined || second === undefined || first.length !== second.length) return false;
  return first.every((segment, index) => isOpen(segment) || isOpen(second[index] ?? '') || segment === second[index]);
}

function segmentsOf(path: string): string[] {
  return path.replace(/\/$/, '').toLowerCase().split('/');
}

function isOpen(segment: string): boolean {
  return segment.includes('{');
}
