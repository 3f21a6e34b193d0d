import type { Connector } from '../domain/connector.ts';
import type { Finding } from '../domain/finding.ts';

const COLLISION = 'file/connector-id-collision';

/** The connectors, with a finding on each that shares its id with another: one of them would replace the other in a registry. */
export function withIdCollisions(connectors: readonly Connector[]): Connector[] {
  const byId = Map.groupBy(connectors, (connector) => connector.id);
  return connectors.map((connector) => {
    const others = (byId.get(connector.id) ?? []).filter((other) => other !== connector);
    // One that was judged among others before may have been told of a collision there.
    const findings = connector.findings.filter(({ code }) => code !== COLLISION);
    if (others.length === 0 && findings.length === connector.findings.length) return connector;
    const found = others.length === 0 ? [] : [collision(connector, others)];
    return { ...connector, findings: [...findings, ...found] };
  });
}

function collision({ id, folder, layout }: Connector, others: readonly Connector[]): Finding {
  return {
    code: COLLISION,
    at: { file: folder },
    message: `Connector id "${id}" is also that of "${others.map((other) => other.folder).join('", "')}"`,
    hint:
      layout === 'microsoft'
        ? `Give one of them another id in registry.yaml: ids: {${JSON.stringify(folder)}: ${otherId(id)}}`
        : 'Rename one of the folders',
    related: others.map((other) => ({ at: { file: other.folder }, message: `It has the id "${id}" too` })),
  };
}

function otherId(id: string): string {
  return `${id.slice(0, 61)}-2`;
}
