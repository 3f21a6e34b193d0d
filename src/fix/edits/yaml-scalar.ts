/** A value that stands in one piece. */
export type Scalar = string | number | boolean;

/** How YAML writes a value in the place of another: text keeps the quotes that it had, and gets some where it could be misread. */
export function yamlScalar(value: Scalar, former: string): string {
  if (typeof value !== 'string' || former.startsWith('"')) return JSON.stringify(value);
  if (former.startsWith("'") && !CONTROL.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return isPlain(value) ? value : JSON.stringify(value);
}

/** Whether nobody takes it for anything but this text, in any version of YAML. */
function isPlain(value: string): boolean {
  return (
    /^[A-Za-z/](?:[\w ./;()@+-]*[\w./;()@+-])?$/.test(value) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value)
  );
}

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
