import type { Product } from '../../domain/change.ts';
import type { Digest } from '../../domain/digest.ts';
import type { ProductSupport } from '../../domain/products.ts';
import type { Scope } from '../../domain/scope.ts';
import type { Role } from '../../domain/visibility.ts';

// What the pages show, already bounded: texts are cut to a length, lists to a number, and say what was left out.
// Strings are still hostile: they come from connector files. Only html.ts makes them safe to write into a page.

/** Who looks, as the page says it. */
export type Viewer =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'known'; readonly name: string; readonly role: Role; readonly tenant: string };

/** The release of a scope that the page shows. */
export interface ReleaseView {
  readonly scope: Scope;
  /** Undefined while nothing has been published to the scope. */
  readonly digest: Digest | undefined;
  readonly sequence: number;
}

/** A list that may have been cut: `more` entries were left out. */
export interface Bounded<Entry> {
  readonly shown: readonly Entry[];
  readonly more: number;
}

/** What a card says about one connector; depends on the revision's content only, so it can be kept by digest. */
export interface ConnectorSummary {
  /** Undefined when the document has none: the page shows the connector's name then. */
  readonly title: string | undefined;
  readonly publisher: string | undefined;
  readonly description: string | undefined;
  readonly categories: readonly string[];
  readonly products: readonly ProductSupport[];
  /** Operations a maker sees: internal ones are not counted. */
  readonly actions: number;
  readonly triggers: number;
  readonly hasIcon: boolean;
}

/** A connector in a scope. */
export interface ConnectorCard {
  readonly name: string;
  readonly scope: Scope;
  readonly digest: Digest;
  readonly summary: ConnectorSummary;
}

/** The query string of `/`, read and bounded. */
export interface CatalogQuery {
  /** "" is no search. */
  readonly text: string;
  readonly product: Product | undefined;
  readonly category: string | undefined;
  /** From 1. */
  readonly page: number;
}

/** A filter's choice with the number of connectors it would leave. */
export interface FilterChoice<Value> {
  readonly value: Value;
  readonly count: number;
}

export interface CatalogPage {
  readonly viewer: Viewer;
  readonly releases: readonly ReleaseView[];
  readonly query: CatalogQuery;
  /** Connectors that this caller may see, before any filter. */
  readonly total: number;
  /** Connectors that match. */
  readonly matching: number;
  /** Those of this page. */
  readonly cards: readonly ConnectorCard[];
  readonly pages: number;
  readonly products: readonly FilterChoice<Product>[];
  readonly categories: Bounded<FilterChoice<string>>;
}

export interface ConnectorPage {
  readonly viewer: Viewer;
  readonly card: ConnectorCard;
  readonly release: ReleaseView;
  readonly version: string | undefined;
  /** `x-ms-api-annotation.status`: Preview or Production. */
  readonly status: string | undefined;
  /** `https://api.example.com/v1` */
  readonly backend: string | undefined;
  /** As written: the page links only what is http or https. */
  readonly links: readonly NamedLink[];
  readonly authentication: AuthenticationView;
  readonly triggers: Bounded<OperationView>;
  readonly actions: Bounded<OperationView>;
  /** Operations that only the designer calls. */
  readonly internal: Bounded<OperationView>;
  readonly policies: Bounded<PolicyView>;
  readonly customCode: CustomCodeView | undefined;
  readonly readme: TextView | undefined;
  readonly revisions: Bounded<RevisionView>;
}

export interface NamedLink {
  readonly name: string;
  readonly url: string;
}

export interface TextView {
  readonly text: string;
  /** Whether the text was cut. */
  readonly cut: boolean;
}

/** Newest first. */
export interface RevisionView {
  readonly digest: Digest;
  /** Number of the first release that had it. */
  readonly sequence: number;
  /** ISO time of that release. */
  readonly at: string;
  readonly current: boolean;
}

export interface PolicyView {
  readonly template: string;
  readonly title: string | undefined;
  /** `all`, or the names of the operations. */
  readonly operations: 'all' | Bounded<string>;
}

export interface CustomCodeView {
  readonly operations: 'all' | Bounded<string>;
  readonly lines: number;
}

/** How a maker connects. No choice at all means no authentication. */
export interface AuthenticationView {
  readonly choices: Bounded<AuthenticationChoice>;
}

export interface AuthenticationChoice {
  /** "API key", "OAuth 2.0 (GitHub)", or what the author calls the choice. */
  readonly title: string;
  readonly description: string | undefined;
  readonly oauth: readonly OAuthView[];
  /** What a maker types, in the author's order. Hidden ones are left out. */
  readonly fields: Bounded<ConnectionField>;
}

export interface OAuthView {
  readonly provider: string;
  readonly scopes: Bounded<string>;
  /** Where the maker signs in, as written. */
  readonly authorizationUrl: string | undefined;
}

export interface ConnectionField {
  readonly name: string;
  readonly label: string | undefined;
  readonly description: string | undefined;
  /** In plain words: "text", "secret text", "whole number", "yes or no", "on-premises gateway". */
  readonly type: string;
  readonly required: boolean;
  readonly fallback: string | undefined;
  readonly choices: Bounded<string>;
}

export interface OperationView {
  /** Unique on the page, letters, digits, `-` and `_` only. */
  readonly anchor: string;
  readonly id: string | undefined;
  readonly kind: 'action' | 'trigger';
  /** "webhook" or "polling" for a trigger. */
  readonly trigger: 'webhook' | 'polling' | undefined;
  readonly method: string;
  readonly path: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly preview: boolean;
  /** Products in which this operation cannot be used. */
  readonly missingIn: readonly Product[];
  readonly parameters: Bounded<FieldView>;
  readonly responses: Bounded<ResponseView>;
}

export interface ResponseView {
  /** "200", "default", or "event" for what a webhook sends. */
  readonly status: string;
  readonly description: string | undefined;
  readonly body: FieldView | undefined;
}

/** A parameter, or a field of a body. */
export interface FieldView {
  /** "" is the body itself. */
  readonly name: string;
  readonly label: string | undefined;
  /** query, path, header, body, formData; undefined for a field of a body. */
  readonly location: string | undefined;
  /** "string", "array of Pet", "date-time". */
  readonly type: string;
  readonly required: boolean;
  readonly internal: boolean;
  readonly advanced: boolean;
  readonly description: string | undefined;
  readonly fallback: string | undefined;
  readonly choices: Bounded<string>;
  /** How the designer fills it, when it asks another operation: "Choices come from ListChannels". */
  readonly dynamic: string | undefined;
  readonly fields: Bounded<FieldView>;
  /** Why `fields` is empty although there are some: the schema contains itself, or the page's limit is reached. */
  readonly stopped: 'cycle' | 'depth' | 'budget' | undefined;
}

/** Not found, forbidden and the like. The page for an invisible connector and for a missing one is the same. */
export interface ErrorPage {
  readonly viewer: Viewer;
  /** HTTP status. */
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}
